// Header, menu and the place of the page.
import { html, nothing, repeat } from '../kit/lit.js';
import { Element, define, notify, openDialog, registry, router, session, texts } from '../kit/index.js';
import { switches } from './sign-in.js';
import './menu.js';
import './outlet.js';

const t = await texts(import.meta.url);
const wide = matchMedia('(min-width: 64rem)');

define('gl-frame', class extends Element {
  static properties = { product: {}, drawer: { state: true } };

  #changed = () => this.requestUpdate();
  /** At once, as a dialog that closes later would take the focus back from the page. */
  #arrived = () => {
    this.querySelector('.gl-drawer')?.close();
    this.drawer = false;
    this.requestUpdate();
  };

  connectedCallback() {
    super.connectedCallback();
    wide.addEventListener('change', this.#arrived);
    router.addEventListener('change', this.#arrived);
    registry.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    wide.removeEventListener('change', this.#arrived);
    router.removeEventListener('change', this.#arrived);
    registry.removeEventListener('change', this.#changed);
  }

  render() {
    return html`
      <a class="gl-skip" href="#main" @click=${this.#skip}>${t('shell.skip')}</a>
      <header class="gl-frame-head gl-no-print">
        ${wide.matches ? nothing : html`
          <button type="button" class="gl-quiet" aria-label=${t('shell.menu')} @click=${() => { this.drawer = true; }}>
            <gl-icon name="menu"></gl-icon></button>`}
        <a class="gl-frame-name" href=${router.href('')}>
          <strong>${registry.district.name || this.product}</strong>
          ${registry.district.name && registry.district.name !== this.product
            ? html`<span>${this.product}</span>` : nothing}</a>
        ${wide.matches ? html`${this.#unit()}<div class="gl-row">${switches(this.#changed)}</div>` : nothing}
        ${registry.slots('shell.head').map(slot => html`<gl-part class="gl-frame-part" .source=${slot}></gl-part>`)}
        ${this.#user()}
      </header>
      ${wide.matches ? html`<aside class="gl-frame-menu gl-no-print"><gl-menu></gl-menu></aside>` : html`
        <dialog class="gl-drawer" aria-label=${t('shell.menu')} @close=${() => { this.drawer = false; }}
            @click=${this.#outside}>
          <div class="gl-row">${switches(this.#changed)}
            <button type="button" class="gl-quiet" aria-label=${t('shell.close')} @click=${() => { this.drawer = false; }}>
              <gl-icon name="close"></gl-icon></button></div>
          ${this.#unit()}
          <gl-menu></gl-menu>
        </dialog>`}
      <main id="main" tabindex="-1">
        <div class="gl-above gl-no-print">${repeat(registry.slots('shell.notices'), slot => slot.tag,
          slot => html`<gl-part .source=${slot}></gl-part>`)}</div>
        <gl-outlet></gl-outlet></main>`;
  }

  updated() {
    const drawer = this.querySelector('.gl-drawer');
    if (this.drawer && !drawer?.open) drawer?.showModal();
    else if (!this.drawer && drawer?.open) drawer.close();
  }

  #outside(event) {
    if (event.target === event.currentTarget) this.drawer = false;
  }

  /** The address is the page's; the link only moves the focus. */
  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }

  #unit() {
    if (!session.can('organization.unit.read')) return nothing;
    return html`<gl-unit-chooser compact class="gl-frame-unit" .value=${router.unit} label=${t('shell.unit')}
      @gl-change=${event => router.stay({ unit: event.detail.value })}></gl-unit-chooser>`;
  }

  #user() {
    return html`
      <details class="gl-user" @keydown=${closeOnEscape} @focusout=${closeWhenLeft}>
        <summary><gl-icon name="person"></gl-icon><span>${session.displayName}</span><gl-icon name="down"></gl-icon></summary>
        <div class="gl-user-menu">
          <p class="gl-muted gl-small">${session.account}</p>
          <button type="button" class="gl-quiet" @click=${this.#password}><gl-icon name="key"></gl-icon>${t('shell.password.title')}</button>
          <button type="button" class="gl-quiet" @click=${this.#leave}><gl-icon name="lock"></gl-icon>${t('shell.signOut')}</button>
        </div>
      </details>`;
  }

  async #leave() {
    if (await router.mayLeave()) session.signOut();
  }

  #password(event) {
    const menu = event.currentTarget.closest('details');
    menu.open = false;
    menu.querySelector('summary').focus();
    const dialog = openDialog({
      heading: t('shell.password.title'),
      body: close => html`<gl-own-password .cancel=${() => close()} @gl-done=${() => close(true)}></gl-own-password>`,
    });
    dialog.closed.then(done => done && notify(t('shell.password.changed')));
  }
});

function closeOnEscape(event) {
  if (event.key !== 'Escape') return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary').focus();
}

function closeWhenLeft(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}
