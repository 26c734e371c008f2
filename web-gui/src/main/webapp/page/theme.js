// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/* Light or dark, before anything is drawn: what the user chose here once, else what the system has. */
(function () {
    const KEY = 'onos-dmm.theme';
    const root = document.documentElement;
    const stored = () => {
        try {
            return localStorage.getItem(KEY);
        } catch {
            return null;          // storage is switched off
        }
    };
    const choose = theme => {
        if (theme === 'light' || theme === 'dark') {
            root.dataset.theme = theme;
        } else {
            delete root.dataset.theme;
        }
    };
    choose(stored());
    globalThis.dmmTheme = {
        isDark: () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
            === 'dark',
        toggle() {
            const theme = this.isDark() ? 'light' : 'dark';
            choose(theme);
            try {
                localStorage.setItem(KEY, theme);
            } catch {
                // it holds until the page is closed
            }
        },
    };
})();
