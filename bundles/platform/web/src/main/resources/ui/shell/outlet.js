// The place of the page that the address names.
import { html, nothing } from '../kit/lit.js';
import { Element, define, registry, router, texts } from '../kit/index.js';

const t = await texts(import.meta.url);

define('gl-outlet', class extends Element {
  static properties = { page: { state: true }, failed: { state: true } };

  /** Addresses that modules were loaded from, for the modules that a reload is needed to go back to. */
  #loaded = new Set();
  #came = true;
  #rest = '';
  #watch = new MutationObserver(() => this.#greet());
  #arrived = () => this.#follow();
  #changed = () => this.#renewed();

  connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.#arrived);
    registry.addEventListener('change', this.#changed);
    this.#follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    router.removeEventListener('change', this.#arrived);
    registry.removeEventListener('change', this.#changed);
    this.#watch.disconnect();
  }

  render() {
    if (this.page === undefined) return nothing;
    return html`
      ${this.#update()}
      ${this.page && this.failed ? html`<h1>${this.page.label}</h1>` : nothing}
      ${this.page ? html`<gl-part .source=${this.page} .values=${{ route: router.route }} @gl-shown=${this.#shown}></gl-part>`
      : this.#nothing()}`;
  }

  #nothing() {
    if (!router.route.path) return html`<h1>${t('shell.nothing.title')}</h1><p>${t('shell.nothing.body')}</p>`;
    return html`
      <h1>${t('shell.unknown.title')}</h1>
      <p>${t('shell.unknown.body')}</p>
      <p><a href=${router.href('')}>${t('shell.unknown.home')}</a></p>`;
  }

  /** The page that is open has become another version meanwhile: whoever works in it decides when. */
  #update() {
    const newer = this.page && registry.pages.find(page => page.path === this.page.path && page.base !== this.page.base);
    if (!newer) return nothing;
    return html`
      <div class="gl-alert gl-no-print" data-kind="info" role="status">
        ${t('shell.update.there', { page: newer.label })}
        <button type="button" @click=${() => this.#take(newer)}>${t('shell.update.take')}</button>
      </div>`;
  }

  async #take(page) {
    if (!(await router.mayLeave())) return;
    // A browser loads a module once: an earlier version comes back with the whole page only.
    if (this.#loaded.has(page.base)) location.reload();
    else this.#open(page);
  }

  #follow() {
    const { path } = router.route;
    const page = registry.pages.find(it => it.path === path);
    if (!page && !path) {
      this.#home();
      return;
    }
    if (page && page.path === this.page?.path) this.#turn();
    else this.#open(page ?? null);
  }

  /** Within the page: to another record, or the same with other parameters. */
  #turn() {
    this.requestUpdate();
    const rest = router.route.rest.join('/');
    if (rest !== this.#rest) this.#land();
    this.#rest = rest;
  }

  /** The first page of the menu. */
  #home() {
    const [first] = registry.groups.flatMap(group => registry.pages.filter(page => page.group === group.code));
    if (first) router.go(first.path, {}, { replace: true });
    else this.#open(null);
  }

  #open(page) {
    this.page = page;
    this.failed = false;
    this.#rest = router.route.rest.join('/');
    if (page) this.#loaded.add(page.base);
    const label = page?.label ?? t(router.route.path ? 'shell.unknown.title' : 'shell.nothing.title');
    document.title = [label, registry.district.name].filter(Boolean).join(' · ');
    // The first page is where the browser puts the reader anyway.
    if (!this.#came) this.#land();
    this.#came = false;
  }

  /** A page that is open stays even if its module has gone: something may be typed in. */
  #renewed() {
    if (this.page) this.requestUpdate();
    else this.#follow();
  }

  #shown(event) {
    if (event.target.parentElement === this) this.failed = !event.target.content;
  }

  /** To the main area, and on to the heading as soon as there is one, unless the reader goes elsewhere. */
  async #land() {
    scrollTo(0, 0);
    const main = this.closest('main');
    main.focus({ preventScroll: true });
    await this.updateComplete;
    await this.querySelector('gl-part')?.content?.updateComplete;
    this.#watch.disconnect();
    this.#watch.observe(this, { childList: true, subtree: true });
    this.#greet();
  }

  #greet() {
    const heading = this.querySelector('h1');
    const waits = document.activeElement === this.closest('main');
    if (heading && waits) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    if (heading || !waits) this.#watch.disconnect();
  }
});
