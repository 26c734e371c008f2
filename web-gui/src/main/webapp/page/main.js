// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import './view/spark.js';
import {App} from './app.js';

new App(document.body).start();
