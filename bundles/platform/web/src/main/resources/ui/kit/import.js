// Brings in a list: a file is looked through first, every fault named by row, and then imported whole or not at all.
import { api } from './api.js';
import { save } from './csv.js';
import { Element, define } from './element.js';
import { failureTemplate } from './failure.js';
import { format } from './format.js';
import { html, nothing } from './lit.js';
import { Problem } from './problem.js';
import { Task } from './task.js';
import { texts } from './words.js';
import './table.js';

const t = await texts(import.meta.url);
const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ASIDE = '';
const POLL = 1000;
const MOST_FAULTS = 10_000;
let count = 0;

/**
 * What is no list of the district's: where it goes and what its files are.
 * @typedef {object} Target
 * @property {string} path below /api/, answers as the import of a list does
 * @property {Record<string, unknown>} [query] goes along; what was looked through with another is looked through again
 * @property {string} type Content-Type
 * @property {string} accept of the file input
 * @property {string} choose says what to choose
 * @property {string} help
 * @property {string} row what the file's rows are called
 */

/**
 * `sheet` name of the list, as in `organization.units`, or `.to` a Target · `heading`. Fires `gl-done` with the report once
 * it is in.
 */
define('gl-import', class extends Element {
  static properties = {
    sheet: {},
    to: { attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) },
    heading: {},
    file: { state: true },
    work: { state: true },
    report: { state: true },
    problem: { state: true },
    over: { state: true },
    standing: { state: true },
  };

  #id = `gl-import-${++count}`;
  #key = null;
  #abort = null;
  #follow = null;
  #list = new Task(this, {
    args: () => [this.sheet],
    task: ([sheet], { signal }) => (sheet ? api.get(`sheets/${sheet}`, { signal }) : null),
  });

  constructor() {
    super();
    this.#forget();
  }

  willUpdate(changed) {
    if (changed.get('to')) this.#forget();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  #forget() {
    this.file = this.work = this.report = this.problem = null;
  }

  render() {
    return html`
      <section class="gl-import" aria-labelledby=${this.heading ? `${this.#id}-heading` : nothing}>
        ${this.heading ? html`<h2 id="${this.#id}-heading">${this.heading}</h2>` : nothing}
        ${this.report && !this.report.dryRun ? this.#done() : html`
          ${this.#help()}${this.#drop()}
          <div aria-live="polite">${this.work ? this.#progress() : this.#outcome()}</div>`}
      </section>`;
  }

  #help() {
    const columns = this.#columns;
    if (!columns.length) return nothing;
    return html`
      <details>
        <summary>${t('import.columns')}</summary>
        <dl class="gl-facts">
          ${columns.map(({ header, needed, help }) => html`
            <dt>${header}${needed ? html` <span class="gl-tag">${t('import.needed')}</span>` : nothing}</dt>
            <dd>${help}</dd>`)}
        </dl>
      </details>`;
  }

  get #columns() {
    return this.#list.value?.columns ?? [];
  }

  #drop() {
    const stop = event => event.preventDefault();
    return html`
      <div class="gl-drop" ?data-over=${this.over}
          @dragover=${event => { stop(event); this.over = true; }} @dragleave=${() => { this.over = false; }}
          @drop=${event => { stop(event); this.over = false; this.#take(event.dataTransfer.files[0]); }}>
        <label for="${this.#id}-file">${this.to?.choose ?? t('import.choose')}</label>
        <input id="${this.#id}-file" type="file" accept=${this.to?.accept ?? `.xlsx,.csv,${XLSX},${CSV}`} ?disabled=${this.#isBusy}
          aria-describedby="${this.#id}-help"
          @change=${event => { this.#take(event.target.files[0]); event.target.value = ''; }}>
        <p class="gl-help" id="${this.#id}-help">${this.to?.help ?? t('import.help')}</p>
        ${this.#columns.length ? html`<button type="button" class="gl-quiet" @click=${this.#saveTemplate}>
          <gl-icon name="download"></gl-icon>${t('import.template')}</button>` : nothing}
      </div>`;
  }

  get #isBusy() {
    return this.work !== null;
  }

  /** What is looked through is what is imported, also if the file is changed meanwhile. */
  async #take(file) {
    if (!file || this.#isBusy) return;
    this.#forget();
    try {
      this.file = { name: file.name, content: new Blob([await file.arrayBuffer()], { type: this.#typeOf(file) }) };
    } catch {
      this.problem = new Problem({ status: 0, title: t('import.unreadable'), detail: t('import.unreadableHelp') });
      return;
    }
    this.#key = crypto.randomUUID();
    await this.#send(true);
  }

  #typeOf({ name }) {
    return this.to?.type ?? (/\.xlsx$/i.test(name) ? XLSX : CSV);
  }

  async #send(dryRun) {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.problem = null;
    this.work = { dryRun, sent: 0 };
    this.standing = null;
    this.#follow = crypto.randomUUID();
    try {
      const { body } = await api.post(this.to?.path ?? `sheets/${this.sheet}/import`, this.file.content, {
        query: { ...this.to?.query, dryRun, follow: dryRun || this.to ? undefined : this.#follow }, type: this.file.content.type,
        key: dryRun ? null : this.#key, signal,
        progress: sent => {
          this.work = { dryRun, sent };
          if (sent === 1 && !dryRun && !this.to) this.#watch(this.#follow);
        },
      });
      this.report = body;
      if (!dryRun) this.dispatchEvent(new CustomEvent('gl-done', { detail: body, bubbles: true }));
    } catch (error) {
      if (!signal.aborted) this.#refused(error);
    } finally {
      this.work = null;
    }
  }

  /** Tells how far the server is, while it works. */
  async #watch(follow) {
    while (this.work && this.#follow === follow && this.isConnected) {
      await new Promise(resolve => { setTimeout(resolve, POLL); });
      if (!this.work || this.#follow !== follow) return;
      this.standing = await api.get(`sheets/runs/${follow}`).catch(() => this.standing);
    }
  }

  /** What the server writes already it goes on writing, unless it can be followed. */
  get #isCancellable() {
    return !this.to || this.work.dryRun || this.work.sent < 1;
  }

  /** What is being written is undone by the server, which then says so. */
  #cancel() {
    if (this.work.dryRun || this.work.sent < 1) this.#abort.abort();
    else api.del(`sheets/runs/${this.#follow}`).catch(() => {});
  }

  /** Faults that came up since the list was looked through are shown like those found then. */
  #refused(error) {
    const { status, violations } = error;
    if (status >= 400 && status < 500) this.#key = crypto.randomUUID();
    if (violations?.some(each => each.row)) this.report = { ...this.report, dryRun: true, violations };
    else this.problem = error;
  }

  #progress() {
    const { dryRun, sent } = this.work;
    const label = sent < 1 ? t('import.sending', { part: format.percent(sent, { digits: 0 }) })
      : dryRun ? t('import.checking') : t('import.importing');
    const { done, total } = this.standing ?? {};
    return html`
      <div class="gl-progress">
        <progress aria-label=${label} max="1" value=${sent < 1 ? sent : total > 0 ? done / total : nothing}></progress>
        <span>${this.file.name} · ${label}${done ? ` · ${format.number(done)}` : nothing}</span>
        ${this.#isCancellable ? html`
          <button type="button" @click=${() => this.#cancel()}>${t('kit.cancel')}</button>` : nothing}
      </div>`;
  }

  #outcome() {
    if (this.problem) return failureTemplate(this.problem, this.file ? () => this.#send(!this.#isClean) : undefined);
    if (!this.report) return nothing;
    return this.#isClean ? this.#clean() : this.#faulty();
  }

  get #isClean() {
    return this.report?.violations.length === 0;
  }

  #clean() {
    const { created, updated } = this.report;
    return html`
      <div class="gl-alert" data-kind="good"><strong>${t('import.clean', { file: this.file.name })}</strong></div>
      ${this.#counts()}
      ${this.#mapping()}
      ${this.#warnings()}
      <div class="gl-actions">${created + updated
        ? html`<button type="button" class="gl-primary" @click=${() => this.#send(false)}>${t('import.now')}</button>`
        : html`<p>${t('import.same')}</p>`}</div>`;
  }

  #faulty() {
    const { violations } = this.report;
    return html`
      <div class="gl-alert" data-kind="bad">
        <strong>${t('import.faulty', { file: this.file.name, count: format.number(violations.length) })}</strong>
        <p>${violations.length >= MOST_FAULTS ? t('import.tooMany') : t('import.correct')}</p>
      </div>
      ${this.#mapping()}
      ${this.sheet ? html`<div class="gl-actions"><button type="button" @click=${() => this.#annotated()}>
        <gl-icon name="download"></gl-icon>${t('import.annotated')}</button></div>` : nothing}
      ${this.#remarks(t('import.faults'), t('import.faultsFile'), violations)}`;
  }

  /** Which column each header of the file means. */
  #mapping() {
    const { headers } = this.report;
    if (!headers?.length) return nothing;
    return html`
      <details ?open=${headers.some(({ column }) => column === null || column === undefined)}>
        <summary>${t('import.mapping')}</summary>
        <dl class="gl-facts">
          ${headers.map(({ header, column }, index) => html`
            <dt><label for="${this.#id}-header-${index}">${header}</label></dt>
            <dd><select id="${this.#id}-header-${index}" @change=${event => this.#remap(header, event.target.value)}>
              ${column === null || column === undefined ? html`<option selected disabled>${t('import.unknown')}</option>` : nothing}
              <option value=${ASIDE} ?selected=${column === ASIDE}>${t('import.aside')}</option>
              ${this.#columns.map(each => html`
                <option value=${each.key} ?selected=${each.key === column}>${each.header}</option>`)}
            </select></dd>`)}
        </dl>
      </details>`;
  }

  /** It is remembered for the reader's next file, and the file is looked through again. */
  async #remap(header, column) {
    try {
      await api.put(`sheets/${this.sheet}/mapping`, { columns: { [header]: column } });
    } catch (error) {
      this.problem = error;
      return;
    }
    await this.#send(true);
  }

  async #annotated() {
    try {
      const { content, name } = this.file;
      const { body } = await api.post(`sheets/${this.sheet}/annotated`, content, { type: content.type, key: null });
      // What comes as words has lost its byte order mark.
      save(typeof body === 'string' ? `\uFEFF${body}` : body, `${t('import.checkedFile')}-${name}`, content.type);
    } catch (error) {
      this.problem = error;
    }
  }

  #warnings() {
    const { warnings } = this.report;
    if (!warnings?.length) return nothing;
    return html`
      <div class="gl-alert" data-kind="warn">${t('import.warned', { count: format.number(warnings.length) })}</div>
      ${this.#remarks(t('import.warnings'), t('import.warningsFile'), warnings)}`;
  }

  #counts() {
    const { rows, created, updated, unchanged } = this.report;
    const fact = (label, value) => html`<div><dt>${label}</dt><dd>${format.number(value)}</dd></div>`;
    return html`
      <dl class="gl-counts">
        ${fact(t('import.rows'), rows)}${fact(t('import.created'), created)}${fact(t('import.updated'), updated)}
        ${fact(t('import.unchanged'), unchanged)}
      </dl>`;
  }

  #done() {
    return html`
      <div class="gl-alert" data-kind="good" role="status"><strong>${t('import.done', { file: this.file.name })}</strong></div>
      ${this.#counts()}
      ${this.#warnings()}
      <div class="gl-actions">
        <button type="button" @click=${() => this.#forget()}>${t('import.another')}</button>
      </div>`;
  }

  async #saveTemplate() {
    try {
      const { title } = this.#list.value;
      save(await api.get(`sheets/${this.sheet}/template`), `${title}-${t('import.templateFile')}.xlsx`, XLSX);
    } catch (error) {
      this.problem = error;
    }
  }

  /** By row, what is said of the file. */
  #remarks(label, file, items) {
    return html`
      <gl-table label=${label} export-name=${file} .items=${items} .columns=${[
        { key: 'row', label: this.to?.row ?? t('import.row'), sort: 'row', align: 'right' },
        { key: 'field', label: t('import.field'), sort: 'field' },
        { key: 'message', label: t('import.message'), sort: 'message' },
      ]}></gl-table>`;
  }
});
