// What administrators should know on whatever page they are: nothing, as a rule.
import { html, nothing, Element, api, define, router, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const PAUSE = 300_000;

define('operations-doctor-notice', class extends Element {
  static properties = { report: { state: true } };

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
    this.#timer = setInterval(() => this.#read(), PAUSE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  render() {
    const [worst, ...others] = this.report?.findings ?? [];
    if (!worst) return nothing;
    return html`<div class="gl-alert" data-kind=${worst.level === 'PROBLEM' ? 'bad' : 'warn'} role="status">
      ${worst.what} ${others.length ? t('doctor.notice.more', { count: others.length }) : nothing}
      <a href=${router.href('operations/doctor')}>${t('doctor.notice.see')}</a></div>`;
  }

  /** What cannot be asked just now is asked again later; no page should suffer from it. */
  async #read() {
    try {
      this.report = await api.get('operations/warnings');
    } catch (error) {
      console.debug(error);
    }
  }
});
