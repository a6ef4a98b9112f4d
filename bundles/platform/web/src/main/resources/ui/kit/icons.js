// The icons, drawn for this product on a grid of 24.
import { html, nothing, svg } from './lit.js';
import { Element, define } from './element.js';

const drawn = {
  add: svg`<path d="M12 5v14M5 12h14"/>`,
  audit: svg`<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z"/><path d="M9 12l2 2 4-4"/>`,
  bell: svg`<path d="M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"/>`,
  book: svg`<path d="M5 5a2 2 0 0 1 2-2h12v15H7a2 2 0 0 0-2 2zM5 20a2 2 0 0 0 2 1h12v-3"/>`,
  building: svg`<path d="M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3"/>`,
  calendar: svg`<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>`,
  camera: svg`<path d="M4 8h4l2-3h4l2 3h4v11H4z"/><circle cx="12" cy="13" r="3.5"/>`,
  chart: svg`<path d="M4 4v16h16M8 16v-4M12 16V8M16 16v-6"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3 2"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  document: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>`,
  down: svg`<path d="M6 9l6 6 6-6"/>`,
  download: svg`<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>`,
  edit: svg`<path d="M5 19l1-4L16 5l3 3L9 18zM14 7l3 3"/>`,
  event: svg`<path d="M13 3L5 14h6l-1 7 8-11h-6z"/>`,
  filter: svg`<path d="M4 5h16l-6 7v7l-4-2v-5z"/>`,
  flag: svg`<path d="M6 21V4M6 5h12l-3 4 3 4H6"/>`,
  gift: svg`<path d="M4 10h16v11H4zM3 7h18v3H3zM12 7v14M12 7c-5 0-5-4-2.5-4S12 7 12 7s0-4 2.5-4S17 7 12 7"/>`,
  grid: svg`<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"/>`,
  home: svg`<path d="M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6"/>`,
  household: svg`<path d="M3 11l9-7 9 7M6 9v11h12V9"/><circle cx="12" cy="12" r="2"/><path d="M9 18c0-4 6-4 6 0"/>`,
  inbox: svg`<path d="M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5"/>`,
  key: svg`<circle cx="8" cy="15" r="4"/><path d="M11 12l8-8M16 7l3 3M14 9l2 2"/>`,
  language: svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17"/>`,
  left: svg`<path d="M15 6l-6 6 6 6"/>`,
  link: svg`<path d="M10 14l4-4M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 13l2-2a3.5 3.5 0 0 0-5-5l-2 2"/>`,
  lock: svg`<path d="M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3"/>`,
  map: svg`<path d="M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14"/>`,
  megaphone: svg`<path d="M4 10v4h3l9 5V5L7 10zM19 9v6M7 14l1 6h3l-1-4.5"/>`,
  menu: svg`<path d="M4 6h16M4 12h16M4 18h16"/>`,
  module: svg`<path d="M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>`,
  moon: svg`<path d="M19 14.5A8 8 0 0 1 9.5 5 8 8 0 1 0 19 14.5z"/>`,
  more: svg`<path d="M5 12h.01M12 12h.01M19 12h.01"/>`,
  organization: svg`<path d="M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4"/>`,
  people: svg`<circle cx="9" cy="8" r="3.5"/><path d="M3 20c0-8 12-8 12 0M16 5a3.5 3.5 0 0 1 0 6M18 14c2 1 3 3 3 6"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4 21c0-9 16-9 16 0"/>`,
  phone: svg`<path d="M5 4h4l2 5-2.5 2a12 12 0 0 0 5 5l2-2.5 5 2v4c-9 2-18-7-16-15.5z"/>`,
  pin: svg`<path d="M12 21c-9-9-7-18 0-18s9 9 0 18z"/><circle cx="12" cy="9.5" r="2.5"/>`,
  print: svg`<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>`,
  question: svg`<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5c0-3.5 5.5-3 5 .5-.3 1.5-2.5 1.8-2.5 3.5M12 17h.01"/>`,
  refresh: svg`<path d="M19 12a7 7 0 1 1-2-5M18 3v4h-4"/>`,
  right: svg`<path d="M9 6l6 6-6 6"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>`,
  settings: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  shield: svg`<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z"/>`,
  sort: svg`<path d="M8 9l4-4 4 4M8 15l4 4 4-4"/>`,
  star: svg`<path d="M12 3l2.8 6 6.200.8-4.600 4.400 1.200 6.300L12 17.400l-5.600 3.100 1.200-6.300L3 9.8 9.200 9z"/>`,
  store: svg`<path d="M4 9l2-5h12l2 5v2H4zM5 11v10h14V11M9 21v-6h6v6"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.5 5.5l1.5 1.5M17 17l1.5 1.5M18.5 5.5L17 7M7 17l-1.5 1.5"/>`,
  task: svg`<path d="M5 5h14v16H5zM9 3h6v4H9zM9 14l2 2 4-4"/>`,
  training: svg`<path d="M2 9l10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6"/>`,
  trash: svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6"/>`,
  up: svg`<path d="M6 15l6-6 6 6"/>`,
  upload: svg`<path d="M12 16V4M7 9l5-5 5 5M5 20h14"/>`,
  volunteer: svg`<path d="M12 20C-1 11 7 2 12 8c5-6 13 3 0 12z"/>`,
  warning: svg`<path d="M12 4l9 16H3zM12 10v4M12 17h.01"/>`,
};

/** Names for `ui.json` and `<gl-icon>`. */
export const icons = Object.freeze(Object.keys(drawn));

/** An icon beside words; alone it needs a `label`. */
define('gl-icon', class extends Element {
  static properties = { name: {}, label: {} };

  render() {
    return html`<svg class="gl-icon" viewBox="0 0 24 24" role=${this.label ? 'img' : nothing}
      aria-label=${this.label ?? nothing} aria-hidden=${this.label ? nothing : 'true'}>${drawn[this.name] ?? drawn.module}</svg>`;
  }
});
