// Addresses: #/<path of a page>/<rest>?<parameters>. The unit chosen in the header goes along.
import { registry } from './registry.js';
import { session } from './session.js';

class Router extends EventTarget {
  #route = parse();
  #leave = new Set();
  #address = location.hash;

  constructor() {
    super();
    addEventListener('hashchange', () => this.#arrive());
    registry.addEventListener('change', () => { this.#route = parse(); });
  }

  /** @returns {{path: string, rest: string[], params: Record<string, string>}} */
  get route() { return this.#route; }

  /** Code of the unit chosen in the header, else the home unit, else the district. */
  get unit() { return this.#route.params.unit ?? session.unit ?? registry.district.code; }

  /**
   * @param {string} path of a page, with what follows it
   * @param {Record<string, unknown>} [params] `unit` as in the present address unless it is given; null leaves it out
   */
  href(path, params = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ unit: this.#route.params.unit, ...params })) {
      if (value !== undefined && value !== null && value !== '') query.set(name, value);
    }
    const search = query.toString();
    return `#/${path.replace(/^[#/]+/, '')}${search && `?${search}`}`;
  }

  go(path, params, { replace = false } = {}) {
    const target = this.href(path, params);
    if (target === location.hash) return;
    if (!replace) {
      location.hash = target;
      return;
    }
    history.replaceState(history.state, '', target);
    this.#arrive();
  }

  /** The page that is shown, with other parameters. */
  stay(params, options) {
    const { path, rest, params: present } = this.#route;
    this.go([path, ...rest].join('/'), { ...present, ...params }, options);
  }

  /** `question` is asked before the page is left and says whether it may be. Returns how to take it back. */
  beforeLeaving(question) {
    this.#leave.add(question);
    return () => this.#leave.delete(question);
  }

  async #arrive() {
    const target = location.hash;
    if (target === this.#address) return;
    const next = parse();
    if (this.#leave.size && this.#isElsewhere(next)) {
      history.replaceState(history.state, '', this.#address || '#/');
      if (!(await this.mayLeave())) return;
      history.replaceState(history.state, '', target);
    }
    this.#address = target;
    this.#route = next;
    this.dispatchEvent(new Event('change'));
  }

  #isElsewhere(next) {
    return next.path !== this.#route.path || next.rest.join('/') !== this.#route.rest.join('/');
  }

  /** Asks all that have something to lose. */
  async mayLeave() {
    for (const question of [...this.#leave]) {
      if (!(await question())) return false;
    }
    return true;
  }
}

/** The longest path of a page that the address begins with. */
function parse() {
  const [way, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const segments = way.split('/').filter(Boolean).map(decode);
  const params = Object.fromEntries(new URLSearchParams(search));
  const paths = new Set(registry.pages.map(page => page.path));
  for (let length = segments.length; length > 0; length--) {
    const path = segments.slice(0, length).join('/');
    if (paths.has(path)) return { path, rest: segments.slice(length), params };
  }
  return { path: segments.join('/'), rest: [], params };
}

function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export const router = new Router();

/** Link to the page that shows the list at an address of the REST API; null if no page does. */
export function drillDown(address) {
  const url = new URL(address, location.origin);
  const path = registry.drillDown(url.pathname);
  return path ? router.href(path, Object.fromEntries(url.searchParams)) : null;
}
