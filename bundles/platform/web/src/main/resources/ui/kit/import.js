// Brings in a list: a file is looked through first, every fault named by row, and then imported whole or not at all.
import { api } from './api.js';
import { csv, save } from './csv.js';
import { Element, define } from './element.js';
import { failureTemplate } from './failure.js';
import { format } from './format.js';
import { html, nothing } from './lit.js';
import { Problem } from './problem.js';
import { texts } from './words.js';
import './table.js';

const t = await texts(import.meta.url);
const TYPE = 'text/csv';
const MOST_FAULTS = 10_000;
let count = 0;

/**
 * `path` of the import · `.headers` columns of the list, `{name, required?, help?}` or just names · `template` name of
 * the empty list that is offered · `heading`. Fires `gl-done` with the report once the list is in.
 */
define('gl-import', class extends Element {
  static properties = {
    path: {},
    headers: { attribute: false },
    template: {},
    heading: {},
    file: { state: true },
    work: { state: true },
    report: { state: true },
    problem: { state: true },
    over: { state: true },
  };

  #id = `gl-import-${++count}`;
  #key = null;
  #abort = null;

  constructor() {
    super();
    this.headers = [];
    this.#forget();
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
          ${columns.map(({ name, required, help }) => html`
            <dt>${name}${required ? html` <span class="gl-tag">${t('import.needed')}</span>` : nothing}</dt>
            <dd>${help}</dd>`)}
        </dl>
      </details>`;
  }

  get #columns() {
    return (this.headers ?? []).map(each => (typeof each === 'string' ? { name: each } : each));
  }

  #drop() {
    const stop = event => event.preventDefault();
    return html`
      <div class="gl-drop" ?data-over=${this.over}
          @dragover=${event => { stop(event); this.over = true; }} @dragleave=${() => { this.over = false; }}
          @drop=${event => { stop(event); this.over = false; this.#take(event.dataTransfer.files[0]); }}>
        <label for="${this.#id}-file">${t('import.choose')}</label>
        <input id="${this.#id}-file" type="file" accept=".csv,text/csv" ?disabled=${this.#isBusy}
          aria-describedby="${this.#id}-help"
          @change=${event => { this.#take(event.target.files[0]); event.target.value = ''; }}>
        <p class="gl-help" id="${this.#id}-help">${t('import.help')}</p>
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
    if (/\.xlsx?$/i.test(file.name)) {
      this.problem = new Problem({ status: 0, title: t('import.workbook'), detail: t('import.workbookHelp') });
      return;
    }
    try {
      this.file = { name: file.name, content: new Blob([await file.arrayBuffer()], { type: TYPE }) };
    } catch {
      this.problem = new Problem({ status: 0, title: t('import.unreadable'), detail: t('import.unreadableHelp') });
      return;
    }
    this.#key = crypto.randomUUID();
    await this.#send(true);
  }

  async #send(dryRun) {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.problem = null;
    this.work = { dryRun, sent: 0 };
    try {
      const { body } = await api.post(this.path, this.file.content, {
        query: { dryRun }, type: TYPE, key: dryRun ? null : this.#key, signal,
        progress: sent => { this.work = { dryRun, sent }; },
      });
      this.report = body;
      if (!dryRun) this.dispatchEvent(new CustomEvent('gl-done', { detail: body, bubbles: true }));
    } catch (error) {
      if (!signal.aborted) this.#refused(error);
    } finally {
      this.work = null;
    }
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
    return html`
      <div class="gl-progress">
        <progress aria-label=${label} max="1" value=${sent < 1 ? sent : nothing}></progress>
        <span>${this.file.name} · ${label}</span>
        ${sent < 1 || dryRun ? html`
          <button type="button" @click=${() => this.#abort.abort()}>${t('kit.cancel')}</button>` : nothing}
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
      ${remarks(t('import.faults'), t('import.faultsFile'), violations)}`;
  }

  #warnings() {
    const { warnings } = this.report;
    if (!warnings?.length) return nothing;
    return html`
      <div class="gl-alert" data-kind="warn">${t('import.warned', { count: format.number(warnings.length) })}</div>
      ${remarks(t('import.warnings'), t('import.warningsFile'), warnings)}`;
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

  #saveTemplate() {
    const name = this.template || t('import.templateFile');
    save(csv([this.#columns.map(column => column.name)]), /\.csv$/i.test(name) ? name : `${name}.csv`, `${TYPE};charset=utf-8`);
  }
});

/** By row, what is said of the list. */
const remarks = (label, file, items) => html`
  <gl-table label=${label} export-name=${file} .items=${items} .columns=${[
    { key: 'row', label: t('import.row'), sort: 'row', align: 'right' },
    { key: 'field', label: t('import.field'), sort: 'field' },
    { key: 'message', label: t('import.message'), sort: 'message' },
  ]}></gl-table>`;
