/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Stand-ins for services that the ONOS core needs and that are not published in a version that fits:
 * a persistence service, and a meter store that holds no meters. And one for a service that costs more here than it
 * is worth: a resource store that holds no resources.
 */
package org.onosdmm.controller.fillins;
