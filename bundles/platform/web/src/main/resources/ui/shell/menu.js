// The pages that the reader may see, by groups.
import { html, nothing, repeat } from '../kit/lit.js';
import { Element, define, registry, router, texts } from '../kit/index.js';

const t = await texts(import.meta.url);

define('gl-menu', class extends Element {
  #changed = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.#changed);
    registry.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    router.removeEventListener('change', this.#changed);
    registry.removeEventListener('change', this.#changed);
  }

  render() {
    return html`<nav class="gl-menu" aria-label=${t('shell.menu')}>
      ${registry.groups.map(group => this.#group(group, registry.pages.filter(page => page.group === group.code)))}
    </nav>`;
  }

  #group(group, pages) {
    if (!pages.length) return nothing;
    return html`
      <h2 id=${`gl-menu-${group.code}`}>${group.label}</h2>
      <ul aria-labelledby=${`gl-menu-${group.code}`}>${repeat(pages, page => page.path, page => html`
        <li><a href=${router.href(page.path)} aria-current=${page.path === router.route.path ? 'page' : nothing}>
          <gl-icon name=${page.icon ?? 'module'}></gl-icon>${page.label}</a></li>`)}
      </ul>`;
  }
});
