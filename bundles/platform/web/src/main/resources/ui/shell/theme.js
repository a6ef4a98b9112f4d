// The district's colour and the reader's choice of light or dark, through the style sheet's variables.
import { onColour, readable } from './colour.js';

const KEY = 'gl-theme';
/** The lightest and darkest of what words stand on, and where a colour is moved to until it can be read there. */
const MODES = {
  light: { surfaces: ['#ffffff', '#eef2f6'], pole: '#000000' },
  dark: { surfaces: ['#12171c', '#27313a'], pole: '#ffffff' },
};
const system = matchMedia('(prefers-color-scheme: dark)');
let accent = null;

export const theme = {
  get current() { return localStorage.getItem(KEY) ?? (system.matches ? 'dark' : 'light'); },
  toggle() {
    const next = this.current === 'dark' ? 'light' : 'dark';
    if (next === (system.matches ? 'dark' : 'light')) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
    apply();
  },
  /** @param {string} colour `#rrggbb` */
  set accent(colour) {
    accent = colour;
    apply();
  },
};

/** As words the colour is made lighter or darker until it can be read on every surface. */
function apply() {
  const root = document.documentElement;
  root.dataset.theme = theme.current;
  if (!/^#[\da-f]{6}$/i.test(accent ?? '')) return;
  root.style.setProperty('--gl-accent', accent);
  root.style.setProperty('--gl-on-accent', onColour(accent));
  root.style.setProperty('--gl-accent-text', readable(accent, MODES[theme.current]));
}

system.addEventListener('change', apply);
apply();
