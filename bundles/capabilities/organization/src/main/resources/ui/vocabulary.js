/** What the district calls its party levels, types of organisations and kinds of posts. */
import {
  Page, Task, api, ask, compact, confirm, define, edit, etagOf, html, nothing, notify, session, states, worded,
} from '@gridloom/ui';
import { dutyChoices, forgetTerms, holderChoices, labelOf, terms } from './terms.js';
import { t } from './words.js';

const codeField = () => ({
  name: 'code', label: t('common.code'), type: 'text', required: true, maxLength: 40,
  pattern: '[0-9A-Za-z][0-9A-Za-z._-]*', help: t('common.codeHelp'),
});

const nameFields = () => [
  { name: 'name.zh', label: t('vocabulary.nameZh'), type: 'text', required: true, maxLength: 100 },
  { name: 'name.en', label: t('vocabulary.nameEn'), type: 'text', required: true, maxLength: 100 },
];

/** The entry with its name in both languages: answers are in that of the request. */
async function entry(path, code) {
  const [zh, en] = await Promise.all(['zh-CN', 'en'].map(language => api.get(path, { language })));
  const found = zh.find(it => it.code === code);
  const name = { zh: found.name, en: en.find(it => it.code === code).name };
  return { body: { ...found, name }, etag: etagOf(found) };
}

/** `flags` are what an unticked box means. */
define('organization-vocabulary', class extends Page {
  words = new Task(this, { args: () => [], task: () => terms() });

  get mayEdit() {
    return session.can('organization.vocabulary.edit');
  }

  done(answer, said = t('common.saved')) {
    if (!answer) return;
    notify(said);
    forgetTerms();
    this.words.run();
  }

  async add(path, heading, { fields, value = {}, draftOf = typed => typed }, flags) {
    this.done(await ask({
      heading, label: t('common.add'), fields: [codeField(), ...nameFields(), ...fields], value,
      submit: (typed, { key }) => api.post(path, { ...flags, ...compact(draftOf(typed)) }, { key }),
    }));
  }

  async change(path, item, fields, flags) {
    this.done(await edit({
      heading: t('vocabulary.changeOf', { name: item.name }),
      label: t('common.save'),
      read: () => entry(path, item.code),
      fields: () => [...nameFields(), ...fields],
      value: ({ version, ...record }) => record,
      write: (value, { etag }) =>
        api.put(`${path}/${item.code}`, { ...flags, ...compact(value), code: item.code }, { ifMatch: etag }),
    }));
  }

  async remove(path, item) {
    const sure = await confirm({
      title: t('vocabulary.removeOf', { name: item.name }), body: t('vocabulary.removeBody'),
      action: t('vocabulary.remove'), danger: true,
    });
    if (!sure) return;
    try {
      await api.del(`${path}/${item.code}`, { ifMatch: etagOf(item) });
      this.done(true, t('vocabulary.removed'));
    } catch (problem) {
      notify(problem.detail ?? problem.title, { kind: 'bad' });
    }
  }

  renderTable(label, path, items, columns, { addLabel, adding, fieldsOf, flags = {} }) {
    return html`<gl-table label=${label} export-name=${label} .items=${items}
      .columns=${[
        { key: 'name', label: t('common.name'), sort: 'name' },
        { key: 'code', label: t('common.code'), sort: 'code' },
        ...columns,
        ...(this.mayEdit ? [{
          key: 'version', label: '',
          render: it => html`<button type="button" class="gl-quiet"
            @click=${() => this.change(path, it, fieldsOf(it), flags)}>${t('vocabulary.change')}</button>
            <button type="button" class="gl-quiet" @click=${() => this.remove(path, it)}>${t('vocabulary.remove')}</button>`,
        }] : []),
      ]}
      .actions=${this.mayEdit ? html`<button type="button" class="gl-primary"
        @click=${() => this.add(path, addLabel, adding, flags)}>${addLabel}</button>` : nothing}></gl-table>`;
  }

  renderLevels(words) {
    const fields = [
      { name: 'position', label: t('vocabulary.position'), type: 'number', required: true, min: 1, max: 99, help: t('vocabulary.positionHelp') },
      { name: 'unitLevel', label: t('vocabulary.unitLevel'), type: 'select', options: words.levelChoices(), help: t('vocabulary.unitLevelHelp') },
    ];
    return this.renderTable(t('vocabulary.levels'), 'organization/party-levels', words.partyLevels, [
      { key: 'position', label: t('vocabulary.position'), sort: 'position', align: 'right' },
      worded('unitLevel', t('vocabulary.unitLevel'), it => words.level(it.unitLevel)),
    ], { addLabel: t('vocabulary.addLevel'), adding: { fields }, fieldsOf: () => fields });
  }

  renderTypes(words) {
    const families = holderChoices().filter(({ value }) => value !== 'unit');
    const family = { name: 'family', label: t('vocabulary.family'), type: 'select', required: true, options: families };
    const isParty = value => value.family === 'party';
    const fields = [
      {
        name: 'levels', label: t('vocabulary.levelsOf'), type: 'checkbox', options: words.partyLevelChoices(), show: isParty,
      },
      { name: 'coversMany', label: t('vocabulary.coversMany'), type: 'checkbox' },
      {
        name: 'selfGovernment', label: t('vocabulary.selfGovernment'), type: 'checkbox',
        show: value => value.family === 'outside',
      },
    ];
    const yes = value => (value ? t('common.yes') : '');
    return this.renderTable(t('vocabulary.types'), 'organization/organization-types', words.types, [
      worded('family', t('vocabulary.family'), it => labelOf(families, it.family), { sort: 'family' }),
      worded('levels', t('vocabulary.levelsOf'), it => it.levels.map(code => words.partyLevel(code)).join(', ')),
      worded('coversMany', t('vocabulary.coversMany'), it => yes(it.coversMany)),
      worded('selfGovernment', t('vocabulary.selfGovernment'), it => yes(it.selfGovernment)),
    ], {
      addLabel: t('vocabulary.addType'),
      flags: { coversMany: false, selfGovernment: false },
      adding: { fields: [family, ...fields] },
      fieldsOf: () => [{ ...family, type: 'hidden' }, ...fields],
    });
  }

  renderKinds(words) {
    const holder = { name: 'holder', label: t('vocabulary.holder'), type: 'select', required: true, options: holderChoices() };
    const places = {
      party: words.partyLevelChoices(),
      unit: words.levelChoices(),
      outside: words.typeChoices('outside'),
      body: words.typeChoices('body'),
    };
    const placesOf = (of, more) => ({
      name: 'places', label: t('vocabulary.places'), type: 'checkbox', options: places[of], help: t('vocabulary.placesHelp'),
      ...more,
    });
    const fields = [
      { name: 'duty', label: t('post.duty'), type: 'select', required: true, options: dutyChoices(), help: t('vocabulary.dutyHelp') },
      { name: 'single', label: t('vocabulary.single'), type: 'checkbox' },
      { name: 'representative', label: t('vocabulary.representative'), type: 'checkbox' },
    ];
    const yes = value => (value ? t('common.yes') : '');
    const name = (of, code) => labelOf(places[of], code);
    return this.renderTable(t('vocabulary.kinds'), 'organization/post-kinds', words.postKinds, [
      worded('holder', t('vocabulary.holder'), it => labelOf(holderChoices(), it.holder), { sort: 'holder' }),
      worded('places', t('vocabulary.places'), it => it.places.map(code => name(it.holder, code)).join(', ')),
      worded('duty', t('post.duty'), it => labelOf(dutyChoices(), it.duty), { sort: 'duty' }),
      worded('single', t('vocabulary.single'), it => yes(it.single)),
      worded('representative', t('vocabulary.representative'), it => yes(it.representative)),
    ], {
      addLabel: t('vocabulary.addKind'),
      flags: { single: false, representative: false },
      adding: {
        value: { duty: 'member' },
        fields: [
          holder,
          ...Object.keys(places).map(of => placesOf(of, { name: `placesIn.${of}`, show: typed => typed.holder === of })),
          ...fields,
        ],
        draftOf: ({ placesIn, ...typed }) => ({ ...typed, places: placesIn?.[typed.holder] ?? [] }),
      },
      fieldsOf: it => [{ ...holder, type: 'hidden' }, placesOf(it.holder), ...fields],
    });
  }

  render() {
    return html`
      <h1>${t('vocabulary.title')}</h1>
      <p class="gl-muted">${t('vocabulary.intro')}</p>
      ${states(this.words, words => html`<gl-tabs label=${t('vocabulary.title')} .tabs=${[
        { id: 'levels', label: t('vocabulary.levels'), body: () => this.renderLevels(words) },
        { id: 'types', label: t('vocabulary.types'), body: () => this.renderTypes(words) },
        { id: 'kinds', label: t('vocabulary.kinds'), body: () => this.renderKinds(words) },
      ]}></gl-tabs>`)}`;
  }
});
