// @gridloom/ui: what pages are made of. Described in the README of platform/web.
export { classMap, html, ifDefined, keyed, live, nothing, ref, createRef, repeat, svg } from './lit.js';
export { Element, Page, define } from './element.js';
export { Task, states } from './task.js';
export { language, setLanguage, texts } from './words.js';
export { api } from './api.js';
export { Problem } from './problem.js';
export { session } from './session.js';
export { drillDown, router } from './router.js';
export { registry } from './registry.js';
export { format } from './format.js';
export { notify } from './notify.js';
export { confirm, openDialog } from './dialog.js';
export { slotColumns, slots } from './slots.js';
export { icons } from './icons.js';
import './small.js';
import './unit.js';
import './part.js';
import './form.js';
import './table.js';
import './tabs.js';

// Larger elements arrive while the page is already there.
for (const name of ['tree', 'unit-chooser', 'person-chooser', 'timeline', 'figure', 'chart', 'map', 'import', 'organization-chooser']) {
  import(`./${name}.js`).catch(error => console.warn(error.message));
}
