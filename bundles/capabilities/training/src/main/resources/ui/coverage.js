/** Who should have had which topic, and since when not. */
import { Page, Task, api, chosen, dated, define, filters, format, html, listOf, nothing, router, states, worded } from '@gridloom/ui';
import { t, vocabulary } from './words.js';

define('training-coverage', class extends Page {
  report = new Task(this, {
    args: () => [router.unit, this.route.params.asOf],
    task: async ([unit, asOf], { signal }) => ({
      words: await vocabulary(),
      topics: await api.get('training/coverage', { query: { unit, asOf }, signal }),
    }),
  });

  render() {
    return html`<h1>${t('coverage.title')}</h1>${states(this.report, it => this.renderReport(it))}`;
  }

  renderReport({ words, topics }) {
    const option = {
      tooltip: {},
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', max: 100 },
      yAxis: { type: 'category', data: topics.map(it => words.topic(it.topic)) },
      series: [{ type: 'bar', name: t('coverage.percent'), data: topics.map(it => it.percent) }],
    };
    const columns = [
      worded('topic', t('session.topic'), it => words.topic(it.topic)),
      { key: 'audience', label: t('coverage.audience'), align: 'end' },
      { key: 'covered', label: t('coverage.covered'), align: 'end' },
      worded('percent', t('coverage.percent'), it => format.percent(it.percent / 100), { align: 'end' }),
    ];
    return html`
      <div class="gl-stack">
        <section class="gl-panel gl-halves">
          <gl-table label=${t('coverage.topics')} export-name=${t('coverage.topics')} .columns=${columns} .items=${topics}></gl-table>
          ${topics.length ? html`<gl-chart label=${t('coverage.topics')} .option=${option}></gl-chart>` : nothing}
        </section>
        ${this.renderPeople(words)}
      </div>`;
  }

  renderPeople(words) {
    const columns = [
      worded('person', t('place.person'), it => it.personName, { sort: 'person' }),
      worded('kind', t('coverage.kind'), it => words.kind(it.kind)),
      { key: 'unit', label: t('place.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      worded('topic', t('session.topic'), it => words.topic(it.topic), { sort: 'topic' }),
      dated('last', t('coverage.last'), it => (it.last ? format.date(it.last) : t('coverage.never')), { sort: 'last' }),
      worded('covered', t('coverage.state'), it => (it.covered ? t('coverage.yes') : t('coverage.no'))),
    ];
    return html`<gl-table label=${t('coverage.people')} export-name=${t('coverage.people')} .columns=${columns}
      .load=${listOf('training/coverage/people')}
      .query=${{ unit: router.unit, ...chosen('topic', 'kind', 'covered', 'asOf') }}
      .filters=${filters([
        { name: 'topic', label: t('session.topic'), type: 'select', options: words.topics },
        { name: 'kind', label: t('coverage.kind'), type: 'select', options: words.kinds },
        {
          name: 'covered', label: t('coverage.state'), type: 'select',
          options: [{ value: 'false', label: t('coverage.no') }, { value: 'true', label: t('coverage.yes') }],
        },
        { name: 'asOf', label: t('common.asOf'), type: 'date' },
      ])}
      .empty=${html`<gl-empty icon="shield" label=${t('coverage.none')}></gl-empty>`}></gl-table>`;
  }
});
