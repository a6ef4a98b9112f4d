/** The "1+N" of a unit: party organisation, resident units, self-government. */
import { Element, Task, api, define, html, states } from '@gridloom/ui';
import { linkTo } from './links.js';
import { t } from './words.js';

define('organization-structure', class extends Element {
  static properties = { unit: {}, asOf: {} };

  structure = new Task(this, {
    args: () => [this.unit, this.asOf],
    task: ([unit, asOf], { signal }) => api.get(`organization/structures/${unit}`, { query: { asOf }, signal }),
  });

  render() {
    return states(this.structure, ({ party, residents, selfGovernment }) => html`
      <div class="gl-grid">
        ${renderPart(t('structure.party'), 'party', party)}
        ${renderPart(t('structure.residents'), 'outside', residents)}
        ${renderPart(t('structure.selfGovernment'), 'outside', selfGovernment)}
      </div>`);
  }
});

const renderPart = (label, family, organizations) => html`
  <section>
    <h3>${label} <span class="gl-tag">${organizations.length}</span></h3>
    <div class="gl-panel">${organizations.length
      ? html`<ul class="gl-list">${organizations.map(it => html`<li>${linkTo(family, it)}</li>`)}</ul>`
      : html`<p class="gl-muted">${t('structure.none')}</p>`}</div>
  </section>`;
