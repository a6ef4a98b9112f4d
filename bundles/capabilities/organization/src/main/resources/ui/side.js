import { html } from '@gridloom/ui';

const isWide = matchMedia('(min-width: 60rem)');

/** A tree, and what belongs to the chosen node beside it; on a phone the tree is folded, above. */
export const besideTree = ({ label, tree, main }) => html`
  <div class="gl-split">
    <details class="gl-panel" ?open=${isWide.matches}>
      <summary>${label}</summary>
      ${tree}
    </details>
    <div>${main}</div>
  </div>`;

/** Tells the tree where in it the record lies that is shown beside it. @param {{code: string}[]} records from the top */
export function tellWay(element, records) {
  const detail = records.map(({ code }) => code);
  element.dispatchEvent(new CustomEvent('organization-way', { detail, bubbles: true }));
}

/** Opens a tree along the way, or at its root, once each time that something else is shown. */
export class Reveal {
  #shown;

  /** @param {{tree?: object, root?: string, way: string[], of: unknown[]}} what */
  async show({ tree, root, way, of }) {
    const shown = JSON.stringify([of, root, way]);
    if (!tree || shown === this.#shown) return;
    this.#shown = shown;
    const from = way.indexOf(root);
    if (from >= 0) await tree.reveal(way.slice(from));
    else if (root) await tree.open(root);
  }
}
