// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/* global uPlot */

const AGAIN_MS = 1000;

/** A line without axes, drawn once a second: `<spark-line label="..." .series=${series}>`. */
class SparkLine extends HTMLElement {

    connectedCallback() {
        this.setAttribute('role', 'img');
        this.resize = new ResizeObserver(() => this.chart?.setSize(this.extent()));
        this.resize.observe(this);
        this.timer = setInterval(() => this.draw(), AGAIN_MS);
        queueMicrotask(() => this.draw());
    }

    disconnectedCallback() {
        this.resize.disconnect();
        clearInterval(this.timer);
        this.chart?.destroy();
        this.chart = null;
    }

    draw() {
        if (!this.isConnected || !this.series) {
            return;
        }
        const last = this.series.values[this.series.values.length - 1];
        this.setAttribute('aria-label', `${this.getAttribute('label')}: ${last ?? 'none'}`);
        if (this.chart) {
            this.chart.setData(this.series.data);
        } else {
            this.chart = new uPlot(this.options(), this.series.data, this);
        }
    }

    extent() {
        return {width: Math.max(40, this.clientWidth), height: Math.max(16, this.clientHeight)};
    }

    options() {
        return {
            ...this.extent(),
            pxAlign: false,
            padding: [2, 1, 2, 1],
            legend: {show: false},
            cursor: {show: false},
            axes: [{show: false}, {show: false}],
            scales: {y: {range: (_chart, _least, most) => [0, Math.max(1, most ?? 1) * 1.05]}},
            series: [{}, {stroke: () => getComputedStyle(this).color, width: 1.5, points: {show: false},
                spanGaps: true}],
        };
    }
}

customElements.define('spark-line', SparkLine);
