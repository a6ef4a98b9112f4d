/** The party organisation as a tree, as it stood on a date. */
import { Element, Task, api, createRef, define, html, ref, states } from '@gridloom/ui';
import { goTo } from './links.js';
import { Reveal } from './side.js';
import { t } from './words.js';

const PATH = 'organization/party-organizations';

/** `.asOf`, `.way` codes from the top to the organisation that is shown, `.words`, `.revision`. */
define('organization-party-tree', class extends Element {
  static properties = { asOf: {}, way: { attribute: false }, words: { attribute: false }, revision: { type: Number } };

  tree = createRef();
  revealed = new Reveal();

  top = new Task(this, {
    args: () => [this.asOf, this.revision],
    task: ([asOf], { signal }) => this.read(undefined, 0, asOf, signal),
  });

  constructor() {
    super();
    this.load = async ({ code }, { signal }) => (await this.read(code, 1, this.asOf, signal)).slice(1);
  }

  async read(root, depth, asOf, signal) {
    const nodes = await api.get(`${PATH}/tree`, { query: { root, depth, asOf }, signal });
    return nodes.map(node => node.organization);
  }

  get lowest() {
    return Math.max(...this.words.partyLevels.map(level => level.position));
  }

  isExpandable({ level }) {
    return this.words.partyLevels.find(({ code }) => code === level)?.position < this.lowest;
  }

  updated() {
    if (this.top.isStale) return;
    const { tree, way, asOf, revision } = this;
    const root = this.top.value.map(({ code }) => code).find((code, i, all) => way.includes(code) || all.length === 1);
    this.revealed.show({ tree: tree.value, root, way, of: [asOf, revision] });
  }

  render() {
    return states(this.top, roots => html`
      <gl-tree ${ref(this.tree)} label=${t('party.tree')} .roots=${roots} .load=${this.load} .selected=${this.way.at(-1)}
        .label=${it => html`${it.name} <small>${this.words.partyLevel(it.level)}</small>`}
        .expandable=${it => this.isExpandable(it)}
        @gl-select=${event => goTo('party', event.detail.key)}></gl-tree>`);
  }
});
