/** Who holds posts at a unit, at its organisations, and below. */
import { Element, Task, api, define, html, nothing, router, session, states } from '@gridloom/ui';
import { isOtherDay } from './dates.js';
import './post-list.js';
import { appoint } from './post-changes.js';
import { t } from './words.js';

define('organization-unit-posts', class extends Element {
  static properties = { unit: { attribute: false }, asOf: {}, words: { attribute: false } };

  /** Party organisations of the unit's own level that are seated in it. */
  places = new Task(this, {
    args: () => [this.unit.code, this.unit.level, this.asOf],
    task: async ([unit, unitLevel, asOf], { signal }) => {
      const levels = this.words.partyLevels.filter(level => level.unitLevel === unitLevel);
      const lists = await Promise.all(levels.map(({ code: level }) =>
        api.get('organization/party-organizations', { query: { unit, level, asOf }, signal })));
      return lists.flatMap(({ items }) => items);
    },
  });

  async appointAt(place) {
    if (await appoint(this.words, { place })) this.querySelectorAll('organization-post-list').forEach(list => list.reload());
  }

  renderPlace(place) {
    const may = session.can('organization.post.appoint') && !isOtherDay();
    return html`<section>
      <div class="gl-head">
        <h2>${place.name}</h2>
        ${may ? html`<button type="button" @click=${() => this.appointAt(place)}>${t('post.appoint')}</button>` : nothing}
      </div>
      <organization-post-list label=${place.name} without="at unit" .words=${this.words}
        .query=${{ at: place.code, asOf: this.asOf }}></organization-post-list>
    </section>`;
  }

  render() {
    const { unit, asOf, words } = this;
    return html`<div class="gl-stack">
      ${words.postKindsAt('unit', unit.level).length
        ? this.renderPlace({ holder: 'unit', code: unit.code, name: unit.name, kind: unit.level }) : nothing}
      ${states(this.places, party => html`${party.map(it =>
        this.renderPlace({ holder: 'party', code: it.code, name: it.name, kind: it.level }))}`)}
      <section>
        <h2>${t('unit.postsBelow')}</h2>
        <organization-post-list label=${t('unit.postsBelow')} .words=${words} .query=${{ unit: unit.code, asOf }}
          .actions=${html`<a class="gl-button" href=${router.href('organization/posts', { unit: unit.code, asOf, tab: null })}>${
            t('unit.postsList')}</a>`}></organization-post-list>
      </section>
    </div>`;
  }
});
