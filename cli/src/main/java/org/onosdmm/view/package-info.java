/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What the shell and REST share: the questions that a user may ask, the answer to a wrong one, and, as codecs of ONOS's
 * codec service, the JSON of every answer.
 */
package org.onosdmm.view;
