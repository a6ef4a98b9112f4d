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
    const kinds = topics[0]?.posts.map(({ kind }) => kind) ?? [];
    const percents = of => topics.map(it => of(it).percent);
    const option = {
      tooltip: {},
      legend: { bottom: 0 },
      grid: { left: 8, right: 24, top: 8, bottom: 40, containLabel: true },
      xAxis: { type: 'value', max: 100 },
      yAxis: { type: 'category', inverse: true, data: topics.map(it => words.topic(it.topic)) },
      series: kinds.map((kind, index) => ({ type: 'bar', name: words.kind(kind), data: percents(it => it.posts[index]) })),
    };
    const columns = [
      worded('topic', t('session.topic'), it => words.topic(it.topic)),
      ...kinds.map((kind, index) => this.share(words.kind(kind), it => it.posts[index])),
      this.share(t('coverage.all'), it => it),
    ];
    return html`
      <div class="gl-stack">
        <section class="gl-panel gl-stack">
          <div>
            <gl-table label=${t('coverage.topics')} export-name=${t('coverage.topics')} sheet="training.coverage" .columns=${columns}
              .query=${{ unit: router.unit, asOf: this.route.params.asOf }} .items=${topics}></gl-table>
            <p class="gl-help">${t('coverage.help')}</p>
          </div>
          ${topics.length ? html`<gl-chart label=${t('coverage.topics')} .option=${option}></gl-chart>` : nothing}
        </section>
        ${this.renderPeople(words)}
      </div>`;
  }

  /** A column of the report: how many of whom, and the way to those who are not covered. */
  share(label, of) {
    const link = it => router.href('training/coverage', {
      unit: router.unit, asOf: this.route.params.asOf, topic: it.topic, kind: of(it).kind, covered: 'false',
    });
    return {
      key: label, label, align: 'right', value: it => of(it).percent,
      render: it => html`<a href=${link(it)}>${format.percent(of(it).percent / 100)}</a>
        <span class="gl-muted">${t('coverage.share', { covered: format.number(of(it).covered), audience: format.number(of(it).audience) })}</span>`,
    };
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
