// Above each page: that the district is read-only, and why.
import { Element, api, define, format, html, nothing, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const EVERY = 30_000;

define('operations-read-only-notice', class extends Element {
  static properties = { view: { state: true } };

  #timer;
  #ask = () => this.ask();
  #seen = () => { if (!document.hidden) this.ask(); };

  connectedCallback() {
    super.connectedCallback();
    addEventListener('gl-read-only', this.#ask);
    document.addEventListener('visibilitychange', this.#seen);
    this.#timer = setInterval(this.#seen, EVERY);
    this.ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('gl-read-only', this.#ask);
    document.removeEventListener('visibilitychange', this.#seen);
    clearInterval(this.#timer);
  }

  async ask() {
    try {
      this.view = await api.get('operations/read-only', { anonymous: true });
    } catch {
      // What is known stays; the reader's own next request says what is wrong.
    }
  }

  render() {
    return html`<div role="status">${this.view?.on ? html`<p class="gl-alert" data-kind="warn"><strong>${t('readOnly.notice')}</strong>
      ${t('readOnly.why', { reason: this.view.reason, since: format.dateTime(this.view.since) })}</p>` : nothing}</div>`;
  }
});
