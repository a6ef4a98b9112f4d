// What the installed bundles bring: the last answer of /api/ui.
import { api } from './api.js';

let answer = { revision: null, district: { code: null, name: '' }, groups: [], modules: [] };
let etag = null;

class Registry extends EventTarget {
  get revision() { return answer.revision; }
  get district() { return answer.district; }
  get groups() { return answer.groups; }
  get modules() { return answer.modules; }

  /** Asks again; cheap if nothing changed. Fires `change` if something did, `asked` each time. */
  async load(options) {
    const read = await api.read('ui', { ...options, ifNoneMatch: etag });
    this.dispatchEvent(new Event('asked'));
    if (read.status === 304 || read.body.revision === answer.revision) return;
    etag = read.etag;
    answer = read.body;
    this.dispatchEvent(new Event('change'));
  }

  /** All pages, in the order of the menu. */
  get pages() {
    return this.#all('pages');
  }

  slots(name) {
    return this.#all('slots').filter(slot => slot.slot === name);
  }

  /** Path of the page that shows the list at an address of the REST API. */
  drillDown(path) {
    return answer.modules.map(module => module.drillDowns?.[path]).find(Boolean);
  }

  #all(kind) {
    return answer.modules
      .flatMap(module => (module[kind] ?? []).map(it => ({ ...it, url: module.base + it.module, base: module.base })))
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || a.label.localeCompare(b.label));
  }
}

export const registry = new Registry();
