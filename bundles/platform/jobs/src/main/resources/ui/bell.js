// The bell in the header. It asks when the shell asks for what is new, and so stops when nobody is there.
import { html, nothing, Element, define, format, registry, router, texts } from '@gridloom/ui';
import { unread } from './unread.js';

const t = await texts(import.meta.url);
const MOST = 99;

define('jobs-bell', class extends Element {
  #changed = () => this.requestUpdate();
  #ask = () => unread.load();

  connectedCallback() {
    super.connectedCallback();
    unread.addEventListener('change', this.#changed);
    registry.addEventListener('asked', this.#ask);
    router.addEventListener('change', this.#changed);
    this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    unread.removeEventListener('change', this.#changed);
    registry.removeEventListener('asked', this.#ask);
    router.removeEventListener('change', this.#changed);
  }

  render() {
    const { count } = unread;
    return html`<a class="gl-button gl-quiet" href=${router.href('jobs/notices')}
      aria-label=${count ? t('bell.unread', { count: format.number(count) }) : t('notices.title')}>
      <gl-icon name="bell"></gl-icon>
      ${count ? html`<span class="gl-tag" data-kind="bad">${count > MOST ? t('bell.many', { count: MOST }) : count}</span>` : nothing}</a>`;
  }
});
