/** The territory as a tree, as it stood on a date. */
import { Element, Task, api, createRef, define, html, ref, states } from '@gridloom/ui';
import { goTo } from './links.js';
import { Reveal } from './side.js';
import { t } from './words.js';

/** `.root` code, `.asOf`, `.way` codes from the top to the unit that is shown, `.words`, `.revision`. */
define('organization-unit-tree', class extends Element {
  static properties = {
    root: {}, asOf: {}, way: { attribute: false }, words: { attribute: false }, revision: { type: Number },
  };

  tree = createRef();
  revealed = new Reveal();

  top = new Task(this, {
    args: () => [this.root, this.asOf, this.revision],
    task: async ([root, asOf], { signal }) => [await this.read(root, asOf, signal)],
  });

  constructor() {
    super();
    this.load = async (node, { signal }) =>
      (node.below.length ? node : await this.read(node.unit.code, this.asOf, signal)).below;
  }

  read(code, asOf, signal) {
    return api.get(`organization/units/${code}/tree`, { query: { depth: 1, asOf }, signal });
  }

  updated() {
    if (this.top.isStale) return;
    const { tree, root, way, asOf, revision } = this;
    this.revealed.show({ tree: tree.value, root, way, of: [asOf, revision] });
  }

  render() {
    return states(this.top, roots => html`
      <gl-tree ${ref(this.tree)} label=${t('units.tree')} .roots=${roots} .load=${this.load} .selected=${this.way.at(-1)}
        .key=${node => node.unit.code}
        .label=${({ unit }) => html`${unit.name} <small>${this.words.kind(unit)}</small>`}
        .expandable=${node => node.children > 0}
        @gl-select=${event => goTo('unit', event.detail.key)}></gl-tree>`);
  }
});
