// What the reader was told.
import { html, nothing, Page, api, define, format, notify, router, texts } from '@gridloom/ui';
import { unread } from './unread.js';

const t = await texts(import.meta.url);

define('jobs-notices', class extends Page {
  #newest = null;

  #columns = [
    { key: 'sentAt', label: t('notices.at'), render: it => format.dateTime(it.sentAt), value: it => format.dateTime(it.sentAt) },
    { key: 'subject', label: t('notices.subject'), render: it => this.#subject(it), value: it => it.subject },
    { key: 'state', label: t('notices.state'), render: state, value: it => t(it.readAt ? 'notices.read' : 'notices.unread') },
    { key: 'action', label: '', align: 'right', export: false, render: it => (it.readAt ? nothing : html`
      <button type="button" class="gl-quiet" aria-label=${t('notices.markOf', { subject: it.subject })} @click=${() => this.#read(it)}>
        ${t('notices.mark')}</button>`) },
  ];

  render() {
    const only = this.route.params.unread === 'true';
    return html`
      <div class="gl-head">
        <h1>${t('notices.title')}</h1>
        <div class="gl-actions"><button type="button" @click=${() => this.#readAll()}>
          <gl-icon name="check"></gl-icon>${t('notices.markAll')}</button></div>
      </div>
      <gl-table label=${t('notices.title')} export-name=${t('notices.title')} sheet="notices.own" .columns=${this.#columns} .query=${{ unread: only || undefined }}
        .load=${part => this.#load(part)}
        .filters=${html`<label class="gl-row"><input type="checkbox" .checked=${only}
          @change=${event => router.stay({ unread: event.target.checked || null }, { replace: true })}><span>${t('notices.onlyUnread')}</span></label>`}
        .empty=${html`<gl-empty icon="bell" label=${t('notices.empty')}></gl-empty>`}></gl-table>`;
  }

  async #load({ query, page, size, signal }) {
    const found = await api.get('notices', { query: { ...query, page, size }, signal });
    if (page === 0) this.#newest = found.items[0]?.id ?? null;
    return found;
  }

  #subject(it) {
    const subject = it.readAt ? it.subject : html`<strong>${it.subject}</strong>`;
    return it.link ? html`<a href=${it.link} @click=${() => !it.readAt && this.#read(it)}>${subject}</a>` : subject;
  }

  async #read(it) {
    await api.post(`notices/${it.id}/read`);
    this.#again();
  }

  /** What came since the list was read stays unread. */
  async #readAll() {
    if (this.#newest === null) return;
    await api.post('notices/read', undefined, { query: { upTo: this.#newest } });
    notify(t('notices.allRead'));
    this.#again();
  }

  #again() {
    unread.load();
    this.querySelector('gl-table')?.reload();
  }
});

function state(it) {
  return it.readAt ? html`<span class="gl-muted">${t('notices.read')}</span>`
    : html`<span class="gl-tag" data-kind="info">${t('notices.unread')}</span>`;
}
