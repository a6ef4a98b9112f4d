/** Call-outs: which are ordered, which are done and what they took. */
import {
  Page, Task, api, ask, chosen, compact, confirm, dated, define, etagOf, filters, format, html, listOf, nothing, notify, reloadLists,
  router, session, states, worded,
} from '@gridloom/ui';
import { callOutStates, stateOf, t } from './words.js';

const NUMBER = '[0-9A-Za-z][0-9A-Za-z._-]*';

define('snow-call-outs', class extends Page {
  teams = new Task(this, { args: () => [], task: (none, { signal }) => api.get('snow/teams', { query: { size: 500 }, signal }) });

  async order(teams) {
    this.done(await ask({
      heading: t('callOut.order'),
      label: t('callOut.order'),
      value: { unit: router.unit, day: format.today(), machines: 1 },
      fields: [
        { name: 'number', label: t('callOut.number'), type: 'text', required: true, maxLength: 40, pattern: NUMBER },
        { name: 'unit', label: t('common.unit'), type: 'unit', required: true },
        { name: 'team', label: t('callOut.team'), type: 'select', required: true, options: options(teams) },
        { name: 'day', label: t('callOut.day'), type: 'date', required: true },
        { name: 'machines', label: t('common.machines'), type: 'number', required: true, min: 0, max: 1000 },
        { name: 'note', label: t('common.note'), type: 'text', maxLength: 200 },
      ],
      submit: async (value, { key }) => (await api.post('snow/call-outs', compact(value), { key })).body,
    }));
  }

  async finish(callOut) {
    this.done(await ask({
      heading: t('callOut.finish', { number: callOut.number }),
      label: t('common.save'),
      fields: [{ name: 'hours', label: t('callOut.hours'), type: 'number', required: true, min: 0.25, max: 240 }],
      submit: async (value, { key }) =>
        (await api.post(`snow/call-outs/${callOut.number}/done`, value, { key, ifMatch: etagOf(callOut) })).body,
    }));
  }

  async cancel(callOut) {
    const agreed = await confirm({
      title: t('callOut.cancel'), body: t('callOut.cancelHelp', { number: callOut.number }), action: t('callOut.cancel'), danger: true,
    });
    if (agreed) this.done(await api.post(`snow/call-outs/${callOut.number}/cancel`, undefined, { ifMatch: etagOf(callOut) }));
  }

  done(saved) {
    if (!saved) return;
    notify(t('common.saved'));
    reloadLists(this);
  }

  actionsOf(callOut) {
    if (callOut.state !== 'ordered' || !session.can('snow.call-out.edit')) return nothing;
    return html`
      <button type="button" class="gl-quiet" @click=${() => this.finish(callOut)}>${t('callOut.done')}</button>
      <button type="button" class="gl-quiet" @click=${() => this.cancel(callOut)}>${t('callOut.cancel')}</button>`;
  }

  renderList({ items: teams }) {
    const may = session.can('snow.call-out.edit');
    const nameOf = code => teams.find(team => team.code === code)?.name ?? code;
    const columns = [
      { key: 'number', label: t('callOut.number'), sort: 'number' },
      dated('day', t('callOut.day'), undefined, { sort: 'day' }),
      { key: 'unit', label: t('common.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      worded('team', t('callOut.team'), it => nameOf(it.team)),
      worded('state', t('callOut.state'), it => stateOf(it.state)),
      { key: 'machines', label: t('common.machines'), align: 'end' },
      { key: 'hours', label: t('callOut.hours'), align: 'end' },
      { key: 'note', label: t('common.note') },
      { key: 'version', label: '', export: false, render: it => this.actionsOf(it) },
    ];
    return html`
      <h1>${t('callOuts.title')}</h1>
      <gl-table label=${t('callOuts.title')} export-name=${t('callOuts.title')} sheet="snow.call-outs" .columns=${columns}
        .load=${listOf('snow/call-outs')} .query=${{ unit: router.unit, ...chosen('team', 'state', 'from', 'to') }}
        .filters=${filters([
          { name: 'team', label: t('callOut.team'), type: 'select', options: options(teams) },
          { name: 'state', label: t('callOut.state'), type: 'select', options: callOutStates() },
          { name: 'from', label: t('common.from'), type: 'date' },
          { name: 'to', label: t('common.to'), type: 'date' },
        ])}
        .actions=${may ? html`
          <button type="button" class="gl-primary" @click=${() => this.order(teams)}>${t('callOut.order')}</button>
          <a class="gl-button" href=${router.href('sheets/import', { tab: 'snow.call-outs' })}>${t('common.import')}</a>` : nothing}
        .empty=${html`<gl-empty icon="calendar" label=${t('callOuts.empty')}></gl-empty>`}></gl-table>`;
  }

  render() {
    return states(this.teams, teams => this.renderList(teams));
  }
});

const options = teams => teams.map(team => ({ value: team.code, label: team.name }));
