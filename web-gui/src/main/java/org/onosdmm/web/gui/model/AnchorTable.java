/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.view.AnchorWords;
import org.onosproject.ui.table.CellFormatter;
import org.onosproject.ui.table.TableModel;
import org.onosproject.ui.table.cell.AbstractCellFormatter;

import java.util.List;

/**
 * The anchors as rows of a table.
 */
public final class AnchorTable {

    private static final ImmutableList<String> COLUMNS = ImmutableList.of("_iconid_state", "id", "number", "device",
            "state", "uplink", "flows", "load", "nodes", "leased", "drain");

    private static final double PER_CENT = 100.0;

    private static final CellFormatter SHARE = new AbstractCellFormatter() {
        @Override
        protected String nonNullFormat(Object share) {
            return Math.round((Double) share * PER_CENT) + " %";
        }
    };

    private AnchorTable() {
    }

    /** Ids of the columns. */
    public static String[] columns() {
        return COLUMNS.toArray(new String[0]);
    }

    /** Adds the anchors to a table with these columns. */
    public static void fill(TableModel table, List<AnchorInfo> anchors) {
        table.setFormatter("load", SHARE);
        for (AnchorInfo anchor : anchors) {
            table.addRow().cell("_iconid_state", anchor.available() ? "active" : "inactive")
                    .cell("id", anchor.id().name()).cell("number", anchor.number())
                    .cell("device", anchor.device().toString()).cell("state", state(anchor))
                    .cell("uplink", AnchorWords.uplink(anchor)).cell("flows", anchor.flows())
                    .cell("load", AnchorWords.load(anchor).orElse(null)).cell("nodes", anchor.nodes())
                    .cell("leased", anchor.leased() + "/" + anchor.poolSize())
                    .cell("drain", anchor.draining() ? "draining" : "");
        }
    }

    /** Whether it does what it is for, in a word. */
    static String state(AnchorInfo anchor) {
        if (!anchor.available()) {
            return "switch down";
        }
        switch (AnchorWords.health(anchor)) {
            case GOOD:
                return "good";
            case LIMITED:
                return "limited";
            default:
                return "bad";
        }
    }
}
