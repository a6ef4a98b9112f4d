// A list: paged and sorted by the server or here, exported whole, as cards on a phone.
import { html, nothing, repeat } from './lit.js';
import { Element, define } from './element.js';
import { counted } from './count.js';
import { api } from './api.js';
import { csv, save } from './csv.js';
import { format } from './format.js';
import { language, texts } from './words.js';
import { notify } from './notify.js';
import { states, Task, TaskStatus } from './task.js';
import { valueAt } from './path.js';

const t = await texts(import.meta.url);
const SIZES = [20, 50, 100, 200];
const EXPORTED_AT_ONCE = 500;
const WIDE = 8;

/**
 * @typedef {object} Column
 * @property {string} key path of the value in an item
 * @property {string} label
 * @property {string} [sort] what the server sorts by; with `.items` any name
 * @property {(item: object) => unknown} [render] template of the cell
 * @property {'right'|'center'} [align]
 * @property {(item: object) => unknown} [value] for export and for sorting `.items`
 * @property {boolean} [export] false: not in the file
 */
define('gl-table', class extends Element {
  static properties = {
    columns: { attribute: false },
    load: { attribute: false, hasChanged: () => true },
    items: { attribute: false },
    query: { attribute: false },
    empty: { attribute: false },
    href: { attribute: false },
    actions: { attribute: false },
    filters: { attribute: false },
    label: {},
    exportName: { attribute: 'export-name' },
    sheet: {},
    page: { state: true },
    size: { state: true },
    sort: { state: true },
    progress: { state: true },
  };

  #round = 0;
  #export = null;
  #task = new Task(this, {
    args: () => [this.page, this.size, this.sort, JSON.stringify(this.query ?? {}), this.items, this.#round],
    task: ([page, size, sort], { signal }) => this.#read({ page, size, sort, signal }),
  });

  constructor() {
    super();
    this.columns = [];
    this.page = 0;
    this.size = SIZES[0];
    this.sort = null;
    this.progress = null;
  }

  /** Reads the part that is shown again. */
  reload() {
    this.#round++;
    this.requestUpdate();
  }

  willUpdate(changed) {
    const former = changed.get('query');
    if (changed.has('query') && JSON.stringify(former) !== JSON.stringify(this.query)) this.page = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#export?.abort();
  }

  #read({ page, size, sort, signal }) {
    if (!this.items) return this.load({ page, size, sort: sort ?? undefined, query: this.query ?? {}, signal });
    const sorted = sort ? this.#sorted(sort) : this.items;
    return { items: sorted.slice(page * size, (page + 1) * size), total: sorted.length };
  }

  #sorted(sort) {
    const descending = sort.startsWith('-');
    const column = this.columns.find(it => it.sort === sort.replace(/^-/, ''));
    const order = new Intl.Collator(language(), { numeric: true });
    const sorted = [...this.items].sort((a, b) => order.compare(plain(column, a) ?? '', plain(column, b) ?? ''));
    return descending ? sorted.reverse() : sorted;
  }

  render() {
    return html`
      ${this.filters || this.actions || this.exportName ? html`
        <div class="gl-toolbar">
          ${this.filters ? html`<div class="gl-filters" role="search">${this.filters}</div>` : nothing}
          <div class="gl-actions">${this.actions}${this.#exporting()}</div>
        </div>` : nothing}
      ${this.#task.value ? this.#list() : states(this.#task, () => nothing)}`;
  }

  /** What was read last stays until the next part is there. */
  #list() {
    const found = this.#task.value;
    const { items, total } = found;
    const waits = this.#task.status === TaskStatus.PENDING;
    return html`
      ${this.#task.status === TaskStatus.ERROR ? states(this.#task, () => nothing) : nothing}
      <div class="gl-table-box" aria-busy=${waits ? 'true' : 'false'}>
        ${items.length ? html`
          <table class="gl-table" ?data-wide=${this.columns.length > WIDE} aria-label=${this.label ?? nothing} @keydown=${this.#move}>
            <thead><tr>${this.columns.map(column => this.#header(column))}</tr></thead>
            <tbody>${repeat(items, item => item, item => this.#row(item))}</tbody>
          </table>` : this.empty ?? html`<gl-empty></gl-empty>`}
      </div>
      ${total > SIZES[0] || this.page ? this.#pager(found) : total ? html`
        <p class="gl-count" role="status">${counted(found)}</p>` : nothing}`;
  }

  #header(column) {
    if (!column.label) return html`<td></td>`;
    const direction = this.sort === column.sort ? 'ascending' : this.sort === `-${column.sort}` ? 'descending' : 'none';
    return html`
      <th scope="col" data-align=${column.align ?? nothing} aria-sort=${column.sort && direction !== 'none' ? direction : nothing}>
        ${column.sort ? html`
          <button type="button" class="gl-sort" @click=${() => this.#order(column, direction)}>
            ${column.label}<gl-icon name=${{ ascending: 'up', descending: 'down', none: 'sort' }[direction]}></gl-icon>
          </button>` : column.label}
      </th>`;
  }

  #order(column, direction) {
    this.sort = { none: column.sort, ascending: `-${column.sort}`, descending: null }[direction];
    this.page = 0;
  }

  #row(item) {
    const href = this.href?.(item);
    return html`<tr class=${href ? 'gl-linked' : ''} @click=${event => href && open(event)}>${
      this.columns.map((column, index) => html`
        <td data-label=${column.label} data-align=${column.align ?? nothing}>${
          href && index === 0 ? html`<a href=${href}>${shown(column, item)}</a>` : shown(column, item)}</td>`)}</tr>`;
  }

  /** From link to link of the rows. */
  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest('tbody tr');
    if (!step || !row || event.target.matches('input, select, textarea')) return;
    const links = [...this.querySelectorAll('tbody tr > td:first-child > a')];
    const next = links[links.indexOf(row.querySelector('td:first-child > a')) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /** Where a search counts up to a bound only, there is no last page to name. */
  #pager(found) {
    const { items: { length }, total, atLeast } = found;
    const first = this.page * this.size + 1;
    const pages = Math.max(Math.ceil(total / this.size), 1);
    const page = format.number(this.page + 1);
    const goes = total >= first + this.size || (atLeast && length === this.size);
    const to = (step, icon, label, enabled) => html`
      <button type="button" aria-label=${label} ?disabled=${!enabled}
        @click=${() => { this.page += step; }}><gl-icon name=${icon}></gl-icon></button>`;
    return html`
      <nav class="gl-pager" aria-label=${t('kit.table.pages')}>
        <span role="status">${length ? t('kit.table.range', {
          from: format.number(first), to: format.number(first + length - 1), total: counted(found) }) : counted(found)}</span>
        <label><span>${t('kit.table.size')}</span>
          <select @change=${event => { this.size = Number(event.target.value); this.page = 0; }}>
            ${SIZES.map(size => html`<option ?selected=${size === this.size}>${size}</option>`)}
          </select></label>
        ${to(-1, 'left', t('kit.table.previous'), this.page > 0)}
        <span>${atLeast ? t('kit.table.pageOnly', { page }) : t('kit.table.page', { page, pages: format.number(pages) })}</span>
        ${to(1, 'right', t('kit.table.next'), goes)}
      </nav>`;
  }

  #exporting() {
    if (!this.exportName) return nothing;
    if (!this.progress) {
      return html`<button type="button" @click=${this.#save}><gl-icon name="download"></gl-icon>${t('kit.table.export')}</button>`;
    }
    const { done, total, atLeast } = this.progress;
    return html`
      <span class="gl-progress" role="status">
        <progress max=${total || 1} value=${atLeast ? nothing : done} aria-label=${t('kit.table.exporting')}></progress>
        ${t('kit.table.exported', { done: format.number(done), total: counted(this.progress) })}
      </span>
      <button type="button" @click=${() => this.#export.abort()}>${t('kit.cancel')}</button>`;
  }

  /** The whole list as filtered and sorted: in the layout of its import where it has one, else part by part. */
  async #save() {
    if (this.sheet) {
      await this.#saveSheet();
      return;
    }
    this.#export = new AbortController();
    const { signal } = this.#export;
    const columns = this.columns.filter(column => column.label && column.export !== false);
    const rows = [columns.map(column => column.label)];
    this.progress = { done: 0, total: 0, ...this.#task.value };
    try {
      for (let page = 0, left = true; left && !signal.aborted; page++) {
        const part = await this.#read({ page, size: EXPORTED_AT_ONCE, sort: this.sort, signal });
        part.items.forEach(item => rows.push(columns.map(column => plain(column, item))));
        const done = rows.length - 1;
        left = part.items.length > 0 && (done < part.total || Boolean(part.atLeast));
        this.progress = { ...part, done };
      }
      if (!signal.aborted) save(csv(rows), `${this.exportName}-${format.today()}.csv`, 'text/csv;charset=utf-8');
    } catch (error) {
      if (!signal.aborted) notify(error.message, { kind: 'bad' });
    } finally {
      this.progress = null;
    }
  }

  async #saveSheet() {
    this.#export = new AbortController();
    const { signal } = this.#export;
    this.progress = { done: 0, total: 0, ...this.#task.value, atLeast: true };
    try {
      const query = { ...this.query, sort: this.sort, format: 'xlsx' };
      save(await api.get(`sheets/${this.sheet}/export`, { query, signal }), `${this.exportName}-${format.today()}.xlsx`);
    } catch (error) {
      if (!signal.aborted) notify(error.message, { kind: 'bad' });
    } finally {
      this.progress = null;
    }
  }
});

/** A click anywhere in the row follows its link, unless it was meant for something inside or marks text. */
function open(event) {
  if (event.target.closest('a, button, input, select, label, summary') || String(getSelection())) return;
  event.currentTarget.querySelector('td:first-child > a').click();
}

function shown(column, item) {
  const cell = column.render ? column.render(item) : valueAt(item, column.key);
  const isEmpty = cell === null || cell === undefined || cell === '' || cell.length === 0;
  return isEmpty ? html`<span class="gl-muted">–</span>` : cell;
}

function plain(column, item) {
  const value = column.value ? column.value(item) : valueAt(item, column.key);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
