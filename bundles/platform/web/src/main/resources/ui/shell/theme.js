// The district's colour and the reader's choice of light or dark, through the style sheet's variables.

const KEY = 'gl-theme';
const SURFACES = { light: ['#ffffff', '#eef2f6'], dark: ['#1a2128', '#27313a'] };
const READABLE = 4.6;
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
  root.style.setProperty('--gl-on-accent', contrast('#ffffff', accent) >= READABLE ? '#ffffff' : '#101418');
  root.style.setProperty('--gl-accent-text', readable(accent, theme.current));
}

function readable(colour, name) {
  const pole = name === 'dark' ? '#ffffff' : '#000000';
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, pole, share);
    if (SURFACES[name].every(surface => contrast(mixed, surface) >= READABLE)) return mixed;
  }
  return pole;
}

const channels = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));

function mix(colour, other, share) {
  const others = channels(other);
  const mixed = channels(colour).map((value, at) => Math.round(value * (1 - share) + others[at] * share));
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

/** As WCAG 2 has it. */
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = channels(colour)
    .map(value => value / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

system.addEventListener('change', apply);
apply();
