// A tree (WAI-ARIA) that loads its branches when they are opened, and long ones part by part.
import { Element, define } from './element.js';
import { html, nothing, repeat } from './lit.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const ROOTS = '';
const TYPING = 700;

/**
 * @typedef {object} Branch what lies below one node
 * @property {object[]} nodes those that are loaded
 * @property {number} total how many there are
 * @property {number} page the next part to ask for
 * @property {boolean} busy
 * @property {Error} [error]
 */

/**
 * `.roots` nodes at the top · `.load` `async (node, {page, signal})` → nodes, or `{items, total}` where they come in
 * parts · `.key`, `.label` of a node · `.expandable` whether it may have anything below · `.selectable` whether it may
 * be chosen · `.selected` key · `label` what the tree is. Fires `gl-select` with `{key, node}`.
 */
class Tree extends Element {
  static properties = {
    roots: { attribute: false },
    load: { attribute: false },
    key: { attribute: false },
    label: { attribute: false },
    expandable: { attribute: false },
    selectable: { attribute: false },
    selected: {},
    name: { attribute: 'label' },
  };

  #branches = new Map();
  #nodes = new Map();
  #open = new Set();
  #current = null;
  #typed = { text: '', at: 0 };
  #leave = new AbortController();

  constructor() {
    super();
    this.roots = [];
    this.key = node => node.code;
    this.label = node => node.name;
    this.expandable = () => true;
    this.selectable = () => true;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.abort();
    this.#leave = new AbortController();
  }

  willUpdate(changed) {
    if (changed.has('roots')) this.#plant();
  }

  /** New roots: whatever was loaded below the former ones is gone, what was open is loaded again. */
  #plant() {
    this.#leave.abort();
    this.#leave = new AbortController();
    const open = [...this.#open];
    this.#branches.clear();
    this.#nodes.clear();
    this.#open.clear();
    const nodes = this.roots ?? [];
    this.#branches.set(ROOTS, { nodes: [], total: nodes.length, page: 0, busy: false });
    this.#add(ROOTS, nodes);
    for (const key of open) if (this.#nodes.has(key)) this.open(key);
  }

  #add(parent, nodes) {
    const branch = this.#branches.get(parent);
    branch.nodes.push(...nodes);
    for (const node of nodes) this.#nodes.set(this.#keyOf(node), node);
  }

  #keyOf(node) {
    return String(this.key(node));
  }

  /** Opens a node that is shown; settles once what lies below is there. */
  async open(key) {
    this.#open.add(key);
    if (!this.#branches.has(key)) {
      this.#branches.set(key, { nodes: [], total: Infinity, page: 0, busy: false });
      await this.#more(key);
    }
    this.requestUpdate();
  }

  close(key) {
    this.#open.delete(key);
    this.requestUpdate();
  }

  /** Forgets what lies below a node, or all, and loads it again: something was added, changed or taken away. */
  async refresh(key) {
    if (key === undefined) {
      this.#plant();
      return;
    }
    this.#branches.delete(key);
    if (this.#open.has(key)) await this.open(key);
  }

  /** Opens the way to a node, given the keys from a root down to it, and shows it. Says whether it is there. */
  async reveal(keys) {
    await this.updateComplete;
    let parent = ROOTS;
    for (const key of keys.map(String)) {
      if (parent !== ROOTS) await this.open(parent);
      if (!(await this.#reach(parent, key))) return false;
      parent = key;
    }
    this.#current = `node ${parent}`;
    this.requestUpdate();
    await this.updateComplete;
    this.#row(this.#current)?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  focus() {
    this.#row(this.#current)?.focus();
  }

  /** Loads parts until the node is among them. */
  async #reach(parent, key) {
    const branch = this.#branches.get(parent);
    while (!branch.nodes.some(node => this.#keyOf(node) === key)) {
      if (branch.error || branch.nodes.length >= branch.total) return false;
      await this.#more(parent);
    }
    return true;
  }

  #more(key) {
    const branch = this.#branches.get(key);
    branch.pending ??= this.#loadPart(key, branch).finally(() => { branch.pending = null; });
    return branch.pending;
  }

  async #loadPart(key, branch) {
    const { signal } = this.#leave;
    branch.busy = true;
    branch.error = undefined;
    this.requestUpdate();
    try {
      const part = await this.load(this.#nodes.get(key), { page: branch.page, signal });
      if (signal.aborted || this.#branches.get(key) !== branch) return;
      const { items, total } = Array.isArray(part) ? { items: part, total: part.length } : part;
      this.#add(key, items);
      branch.page++;
      branch.total = items.length ? total : branch.nodes.length;
    } catch (error) {
      if (!signal.aborted) branch.error = error;
    } finally {
      branch.busy = false;
      this.requestUpdate();
    }
  }

  render() {
    const rows = [...this.#rows(ROOTS, 1)];
    if (!rows.some(row => row.id === this.#current)) {
      this.#current = (rows.find(row => row.key === this.selected) ?? rows[0])?.id;
    }
    return html`
      <ul class="gl-tree" role="tree" aria-label=${this.name || nothing} @keydown=${this.#onKey} @click=${this.#onClick}>
        ${repeat(rows, row => row.id, row => this.#item(row))}
      </ul>`;
  }

  *#rows(parent, level) {
    const branch = this.#branches.get(parent);
    if (!branch) return;
    for (const [index, node] of branch.nodes.entries()) {
      const key = this.#keyOf(node);
      const open = this.#open.has(key);
      yield { id: `node ${key}`, kind: 'node', key, node, level, parent, open, place: index + 1, of: branch.total };
      if (open) yield* this.#rows(key, level + 1);
    }
    const left = branch.total - branch.nodes.length;
    if (branch.busy) yield { id: `more ${parent}`, kind: 'busy', level, parent };
    else if (branch.error) yield { id: `more ${parent}`, kind: 'error', level, parent, error: branch.error };
    else if (left > 0) yield { id: `more ${parent}`, kind: 'more', level, parent, left };
    else if (!branch.nodes.length) yield { id: `none ${parent}`, kind: 'none', level, parent };
  }

  #item(row) {
    const branches = row.kind === 'node' && this.expandable(row.node);
    const choice = row.kind === 'node' && this.selectable(row.node);
    return html`
      <li role="treeitem" class="gl-tree-item" data-row=${row.id} data-kind=${row.kind}
          tabindex=${row.id === this.#current ? 0 : -1}
          aria-level=${row.level}
          aria-setsize=${Number.isFinite(row.of) ? row.of : nothing} aria-posinset=${row.place ?? nothing}
          aria-expanded=${branches ? row.open : nothing}
          aria-selected=${choice ? row.key === this.selected : nothing}
          aria-disabled=${row.kind === 'busy' || row.kind === 'none' || nothing}>
        ${Array.from({ length: row.level - 1 }, () => html`<i class="gl-tree-step"></i>`)}
        <span class="gl-tree-twist" aria-hidden="true"></span>
        <span class="gl-tree-label">${this.#text(row)}</span>
      </li>`;
  }

  #text(row) {
    switch (row.kind) {
      case 'node': return this.label(row.node);
      case 'busy': return t('tree.loading');
      case 'none': return t('tree.nothing');
      case 'error': return t('tree.failed', { reason: row.error.message });
      default: return Number.isFinite(row.left) ? t('tree.more', { count: row.left }) : t('tree.loading');
    }
  }

  #row(id) {
    return [...this.querySelectorAll('[data-row]')].find(row => row.dataset.row === id);
  }

  async #focus(id) {
    this.#current = id;
    this.requestUpdate();
    await this.updateComplete;
    this.#row(id)?.focus();
  }

  #onClick(event) {
    const id = event.target.closest('[data-row]')?.dataset.row;
    const row = [...this.#rows(ROOTS, 1)].find(each => each.id === id);
    if (!row) return;
    this.#focus(id);
    const twist = event.target.closest('.gl-tree-twist');
    if (row.kind === 'node' && (twist || !this.selectable(row.node))) this.#toggle(row);
    else this.#activate(row);
  }

  #toggle(row) {
    if (!this.expandable(row.node)) return;
    if (row.open) this.close(row.key);
    else this.open(row.key);
  }

  #activate(row) {
    if (row.kind === 'more' || row.kind === 'error') this.#continue(row);
    if (row.kind !== 'node') return;
    if (!this.selectable(row.node)) {
      this.#toggle(row);
      return;
    }
    this.selected = row.key;
    this.dispatchEvent(new CustomEvent('gl-select', { detail: { key: row.key, node: row.node }, bubbles: true }));
  }

  /** The focus goes to the first node that has come. */
  async #continue(row) {
    const branch = this.#branches.get(row.parent);
    const before = branch.nodes.length;
    await this.#more(row.parent);
    const next = branch.nodes[before];
    if (next && this.contains(document.activeElement)) await this.#focus(`node ${this.#keyOf(next)}`);
  }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const rows = [...this.#rows(ROOTS, 1)];
    const at = rows.findIndex(row => row.id === event.target.closest('[data-row]')?.dataset.row);
    if (at >= 0 && this.#press(event, rows, at)) event.preventDefault();
  }

  /** @returns {boolean} whether the key means something here */
  #press({ key, timeStamp }, rows, at) {
    const row = rows[at];
    const to = target => { if (target) this.#focus(target.id); };
    switch (key) {
      case 'ArrowDown': to(rows[at + 1]); break;
      case 'ArrowUp': to(rows[at - 1]); break;
      case 'Home': to(rows[0]); break;
      case 'End': to(rows.at(-1)); break;
      case 'ArrowRight': this.#inwards(row, rows[at + 1], to); break;
      case 'ArrowLeft': this.#outwards(row, rows, to); break;
      case 'Enter': case ' ': this.#activate(row); break;
      case '*': this.#openAll(row, rows); break;
      default: return key.length === 1 && this.#type(key, timeStamp, rows, at, to);
    }
    return true;
  }

  #inwards(row, next, to) {
    if (row.kind !== 'node' || !this.expandable(row.node)) return;
    if (!row.open) this.open(row.key);
    else if (next?.level > row.level) to(next);
  }

  #outwards(row, rows, to) {
    if (row.open) this.close(row.key);
    else to(rows.find(each => each.kind === 'node' && each.key === row.parent));
  }

  /** All nodes beside this one. */
  #openAll(row, rows) {
    rows.filter(each => each.kind === 'node' && each.parent === row.parent && !each.open && this.expandable(each.node))
      .forEach(each => this.open(each.key));
  }

  /** To the next node whose label or key begins with what was typed in one go. */
  #type(key, now, rows, at, to) {
    const text = (now - this.#typed.at < TYPING ? this.#typed.text : '') + key.toLowerCase();
    this.#typed = { text, at: now };
    const from = text.length > 1 ? at : at + 1;
    const begins = row => row.kind === 'node' && (this.#read(row).startsWith(text) || row.key.startsWith(text));
    to([...rows.slice(from), ...rows.slice(0, from)].find(begins));
    return true;
  }

  #read(row) {
    return this.#row(row.id).querySelector('.gl-tree-label').textContent.trim().toLowerCase();
  }
}

define('gl-tree', Tree);
