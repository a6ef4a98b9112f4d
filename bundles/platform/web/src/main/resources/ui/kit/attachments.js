// Files of a record: seen, kept on disk, added by choosing, dropping or taking a photo, and removed.
import { address, api } from './api.js';
import { confirm } from './dialog.js';
import { Element, define } from './element.js';
import { failureTemplate } from './failure.js';
import { format } from './format.js';
import { html, nothing, repeat } from './lit.js';
import { Task, states } from './task.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const MEGABYTE = 1024 * 1024;
let count = 0;

/**
 * `type` and `record` as the server knows them (`organization.document`, an id) · `label` what the files are · `editable`
 * where files can be added and removed. Fires `gl-change` with `{items}`.
 */
define('gl-attachments', class extends Element {
  static properties = {
    type: {}, record: {}, label: {}, editable: { type: Boolean },
    work: { state: true }, refused: { state: true }, over: { state: true }, said: { state: true },
  };

  #id = `gl-attachments-${++count}`;
  #abort = null;
  #files = new Task(this, {
    args: () => [this.type, this.record],
    task: ([type, record], { signal }) => api.get(this.#path(type, record), { signal }),
  });

  constructor() {
    super();
    this.work = null;
    this.refused = [];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  #path(type = this.type, record = this.record) {
    return `attachments/records/${encodeURIComponent(type)}/${encodeURIComponent(record)}`;
  }

  render() {
    return html`
      <section class="gl-attachments" aria-label=${this.label ?? t('attachments.label')}>
        ${states(this.#files, files => html`
          ${this.#list(files)}
          ${this.editable ? this.#add(files) : nothing}`)}
        <div aria-live="polite">
          ${this.work ? this.#progress() : nothing}
          <span class="gl-visually-hidden">${this.said ?? nothing}</span>
          ${this.refused.map(refusal)}
        </div>
      </section>`;
  }

  #list({ items, kinds }) {
    if (!items.length) return html`<gl-empty icon="document" label=${t('attachments.empty')}></gl-empty>`;
    const title = kind => kinds.find(it => it.kind === kind)?.title ?? kind;
    return html`<ul class="gl-attached">${repeat(items, it => it.id, it => html`
      <li>
        <a href=${address(`attachments/${it.id}`)} download=${it.name}>
          <span class="gl-attached-picture">${it.thumbnail
            ? html`<img src=${address(`attachments/${it.id}/thumbnail`)} alt="" loading="lazy">`
            : html`<gl-icon name="document"></gl-icon>`}</span>
          <span>${it.caption ? html`<strong>${it.caption}</strong> ` : nothing}${it.name}</span>
        </a>
        <span class="gl-muted gl-small">${title(it.kind)} · ${size(it.bytes)} · ${format.date(it.attachedAt)}</span>
        ${this.editable ? html`
          <button type="button" class="gl-quiet" aria-label=${t('attachments.removeOf', { name: it.name })}
            @click=${() => this.#remove(it)}><gl-icon name="trash"></gl-icon>${t('attachments.remove')}</button>` : nothing}
      </li>`)}</ul>`;
  }

  #add({ items, kinds, most, fileBytes }) {
    if (items.length >= most) return html`<p class="gl-help">${t('attachments.full', { most })}</p>`;
    const stop = event => event.preventDefault();
    const endings = kinds.flatMap(it => it.endings.map(ending => `.${ending}`));
    const pictures = kinds.filter(it => it.mediaType.startsWith('image/')).map(it => it.mediaType);
    const choose = (suffix, label, accept, capture) => html`
      <label for="${this.#id}-${suffix}">${label}</label>
      <input id="${this.#id}-${suffix}" type="file" accept=${accept} ?multiple=${!capture} capture=${capture ?? nothing}
        ?disabled=${this.work !== null} aria-describedby="${this.#id}-help"
        @change=${event => { this.#send([...event.target.files]); event.target.value = ''; }}>`;
    return html`
      <div class="gl-drop" ?data-over=${this.over}
          @dragover=${event => { stop(event); this.over = true; }} @dragleave=${() => { this.over = false; }}
          @drop=${event => { stop(event); this.over = false; this.#send([...event.dataTransfer.files]); }}>
        ${choose('file', t('attachments.choose'), [...endings, ...pictures].join(','))}
        ${pictures.length && matchMedia('(pointer: coarse)').matches
          ? choose('camera', t('attachments.camera'), pictures.join(','), 'environment') : nothing}
        <p class="gl-help" id="${this.#id}-help">${t('attachments.help', {
          kinds: endings.join(' '), size: format.number(fileBytes / MEGABYTE), most,
        })}</p>
      </div>`;
  }

  #progress() {
    const { name, sent } = this.work;
    const label = t('attachments.sending', { name, part: format.percent(sent, { digits: 0 }) });
    return html`
      <div class="gl-progress">
        <progress aria-label=${label} max="1" value=${sent}></progress><span>${label}</span>
        <button type="button" @click=${() => this.#abort.abort()}>${t('kit.cancel')}</button>
      </div>`;
  }

  /** One after the other; one that is refused keeps no other from its way. */
  async #send(files) {
    if (this.work || !files.length) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.refused = [];
    let added = 0;
    for (const file of files) {
      this.work = { name: file.name, sent: 0 };
      try {
        await this.#sendOne(file, signal);
        added++;
      } catch (problem) {
        if (signal.aborted) break;
        this.refused = [...this.refused, { name: file.name, problem }];
      }
    }
    this.work = null;
    if (!this.isConnected) return;
    this.said = t('attachments.added', { count: format.number(added) });
    await this.#changed();
  }

  async #sendOne(file, signal) {
    const { body } = await api.post('attachments', file, {
      query: { name: file.name }, type: 'application/octet-stream', key: null, signal,
      progress: sent => { this.work = { name: file.name, sent }; },
    });
    await api.post(this.#path(), { upload: body.id }, { signal });
  }

  async #remove(it) {
    const sure = await confirm({
      title: t('attachments.removeOf', { name: it.name }), body: t('attachments.removeBody'),
      action: t('attachments.remove'), danger: true,
    });
    if (!sure) return;
    this.refused = [];
    try {
      await api.del(`attachments/${it.id}`);
      this.said = t('attachments.removed', { name: it.name });
    } catch (problem) {
      this.refused = [{ name: it.name, problem }];
    }
    await this.#changed();
  }

  async #changed() {
    await this.#files.run();
    const items = this.#files.value?.items ?? [];
    this.dispatchEvent(new CustomEvent('gl-change', { detail: { items }, bubbles: true }));
  }
});

/** What is wrong with a file is all that its sender need know. */
const refusal = ({ name, problem }) => (problem.violations?.length
  ? html`
    <div class="gl-alert" data-kind="bad" role="alert"><strong>${name}</strong>
      ${problem.violations.map(it => html`<p>${it.message}</p>`)}</div>`
  : html`<p>${name}</p>${failureTemplate(problem)}`);

const size = bytes => (bytes < MEGABYTE
  ? t('attachments.kilobytes', { size: format.number(Math.max(1, bytes / 1024)) })
  : t('attachments.megabytes', { size: format.number(bytes / MEGABYTE, { digits: 1 }) }));
