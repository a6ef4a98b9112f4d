// What administrators should know on whatever page they are: nothing, as a rule. It asks only when the shell asks for
// what is new, so that a page left alone does not keep its session alive.
import { html, nothing, Element, api, define, registry, router, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const PAUSE = 300_000;

define('operations-doctor-notice', class extends Element {
  static properties = { report: { state: true } };

  #next = 0;
  #asked = () => { if (Date.now() >= this.#next) this.#read(); };

  connectedCallback() {
    super.connectedCallback();
    registry.addEventListener('asked', this.#asked);
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    registry.removeEventListener('asked', this.#asked);
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
    this.#next = Date.now() + PAUSE;
    try {
      this.report = await api.get('operations/warnings');
    } catch (error) {
      console.debug(error);
    }
  }
});
