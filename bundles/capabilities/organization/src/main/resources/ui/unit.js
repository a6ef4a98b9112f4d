/** One unit of territory. */
import { Element, Task, api, define, format, html, nothing, router, session, states } from '@gridloom/ui';
import { asOfNotice, isOtherDay } from './dates.js';
import { goTo, hrefTo, linkTo } from './links.js';
import { changeUnit, createUnit } from './unit-changes.js';
import './unit-history.js';
import './unit-organizations.js';
import './unit-overview.js';
import { closeUnit, mergeUnit, moveUnit, splitUnit } from './unit-restructuring.js';
import './unit-posts.js';
import './coverage-report.js';
import './subunits.js';
import { tellWay } from './side.js';
import { t } from './words.js';

const NOT_FOUND = 404;
const GONE = 410;

define('organization-unit', class extends Element {
  static properties = {
    code: {}, asOf: {}, words: { attribute: false }, revision: { state: true },
  };

  unit = new Task(this, {
    args: () => [this.code, this.asOf, this.revision],
    task: ([code, asOf], { signal }) => this.read(code, asOf, signal),
  });

  constructor() {
    super();
    this.revision = 0;
  }

  async read(code, asOf, signal) {
    const query = { asOf };
    try {
      const { body, etag } = await api.read(`organization/units/${code}`, { query, signal });
      if (body.code !== code) {
        goTo('unit', body.code, { former: code }, { replace: true });
      }
      const above = await api.get(`organization/units/${body.code}/ancestors`, { query, signal });
      tellWay(this, [...above, body]);
      return { ...body, etag, above };
    } catch (problem) {
      if (problem.status === GONE) return { problem, successors: await successors(code, signal) };
      if (problem.status === NOT_FOUND && asOf && await this.goToCodeOn(code, asOf, signal)) return undefined;
      throw problem;
    }
  }

  /** The unit may have borne another code on that day. */
  async goToCodeOn(code, asOf, signal) {
    const periods = await api.get(`organization/units/${code}/history`, { signal }).catch(() => []);
    const then = periods.find(({ from, to }) => from <= asOf && (!to || to > asOf));
    if (!then || then.code === code) return false;
    goTo('unit', then.code, {}, { replace: true });
    return true;
  }

  changed(code = this.code) {
    this.dispatchEvent(new CustomEvent('organization-changed', { bubbles: true }));
    if (code === this.code) this.revision++;
    else goTo('unit', code);
  }

  async act(action, unit) {
    const code = await action(unit, this.words);
    if (code) this.changed(code);
  }

  renderActions(unit) {
    if (isOtherDay()) return nothing;
    const actions = [
      ...(session.can('organization.unit.edit')
        ? [
            ...(this.words.levelBelow(unit.level) ? [[t('unit.create'), createUnit]] : []),
            [t('unit.change'), changeUnit],
          ]
        : []),
      ...(session.can('organization.unit.restructure') && unit.parent
        ? [
            [t('unit.move'), moveUnit],
            [t('unit.merge'), mergeUnit],
            [t('unit.split'), splitUnit],
            [t('unit.close'), closeUnit],
          ]
        : []),
    ];
    return html`<div class="gl-actions">${actions.map(([label, action]) => html`
      <button type="button" @click=${() => this.act(action, unit)}>${label}</button>`)}</div>`;
  }

  renderPath(unit) {
    return html`<nav class="gl-breadcrumb" aria-label=${t('unit.path')}>
      ${unit.above.map(above => linkTo('unit', above))}<span aria-current="page">${unit.name}</span>
    </nav>`;
  }

  renderFormer() {
    const { former } = router.route.params;
    return former
      ? html`<p class="gl-alert" data-kind="info" role="status">${t('unit.former', { code: former })}
          <a href=${hrefTo('unit', this.code, { tab: 'history' })}>${t('unit.history')}</a></p>`
      : nothing;
  }

  renderUnit(unit) {
    return html`
      ${this.renderPath(unit)}
      <div class="gl-head">
        <h1>${unit.name} <span class="gl-tag">${this.words.kind(unit)}</span></h1>
        ${this.renderActions(unit)}
      </div>
      ${this.renderFormer()}
      ${asOfNotice()}
      ${unit.validTo
        ? html`<p class="gl-alert" data-kind="warn">${t('unit.ends', { date: format.date(unit.validTo) })}</p>`
        : nothing}
      <gl-tabs label=${unit.name} .tabs=${this.tabs(unit)}></gl-tabs>`;
  }

  tabs(unit) {
    const { asOf, words, revision } = this;
    const reads = permission => session.can(permission);
    return [
      {
        id: 'overview', label: t('unit.overview'),
        body: () => html`<organization-unit-overview .unit=${unit} .asOf=${asOf} .words=${words}
          @organization-changed=${() => this.changed()}></organization-unit-overview>`,
      },
      ...(words.levelBelow(unit.level) ? [{
        id: 'subunits', label: t('unit.subunits'),
        body: () => html`<organization-subunits .unit=${unit} .asOf=${asOf} .words=${words}
          .revision=${revision}></organization-subunits>`,
      }] : []),
      ...(reads('organization.party.read') ? [{
        id: 'posts', label: t('unit.posts'),
        body: () => html`<organization-unit-posts .unit=${unit} .asOf=${asOf} .words=${words}></organization-unit-posts>`,
      }, {
        id: 'organizations', label: t('unit.organizations'),
        body: () => html`<organization-unit-organizations .unit=${unit} .asOf=${asOf}
          .words=${words}></organization-unit-organizations>`,
      }, {
        id: 'coverage', label: t('unit.coverage'),
        body: () => html`<organization-coverage-report .unit=${unit.code} .asOf=${asOf}></organization-coverage-report>`,
      }] : []),
      {
        id: 'history', label: t('unit.history'),
        body: () => html`<organization-unit-history .code=${unit.code} .words=${words}
          .revision=${revision}></organization-unit-history>`,
      },
    ];
  }

  renderGone({ problem, successors: next }) {
    return html`
      <h1>${this.code}</h1>
      <div class="gl-alert" data-kind="warn" role="alert">
        <strong>${problem.title}</strong>
        <p>${problem.detail}</p>
        ${next.length ? html`<p>${t('unit.successors')}</p>
          <ul>${next.map(unit => html`<li>${linkTo('unit', unit)} ${unit.code}</li>`)}</ul>` : nothing}
      </div>
      <organization-unit-history .code=${this.code} .words=${this.words}></organization-unit-history>`;
  }

  render() {
    return states(this.unit, unit =>
      !unit ? html`<gl-busy></gl-busy>` : unit.problem ? this.renderGone(unit) : this.renderUnit(unit));
  }
});

/** What became of a code: the units that bear its successors' codes today. */
async function successors(code, signal) {
  const changes = await api.get(`organization/units/${code}/succession`, { signal }).catch(() => []);
  const codes = [...new Set(changes.filter(({ from, to }) => from === code && to).map(({ to }) => to))];
  const found = await Promise.all(codes.map(to => api.get(`organization/units/${to}`, { signal }).catch(() => undefined)));
  return found.filter(Boolean);
}
