// Base classes of what is shown, and how a module that was updated takes over.
import { LitElement } from './lit.js';
import { failure } from './failure.js';
import { router } from './router.js';

/** Renders into the page itself. What it throws while rendering stays in its own place. */
export class Element extends LitElement {
  #failed = false;

  createRenderRoot() {
    return this;
  }

  performUpdate() {
    if (this.#failed) return;
    try {
      super.performUpdate();
    } catch (error) {
      this.#failed = true;
      const event = new CustomEvent('gl-fail', { detail: { error }, bubbles: true, cancelable: true });
      if (!this.dispatchEvent(event)) return;
      console.warn(error);
      this.replaceChildren(failure(error));
    }
  }
}

/** A page. Shows itself anew when the route or the unit in the header changes. */
export class Page extends Element {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    this.route = router.route;
  }
}

const shown = new Map();

/**
 * Defines an element. Defined again, by an updated module, it behaves as the new class says from then on: elements of
 * that name have a class of their own that changes its parent.
 */
export function define(tag, type) {
  const own = shown.get(tag);
  if (own) {
    become(own, type);
    return;
  }
  const made = changeable(type);
  customElements.define(tag, made);
  shown.set(tag, made);
}

/** The browser keeps a class's reactions for ever, so these look up the present parent's. */
function changeable(type) {
  return class extends type {
    connectedCallback() {
      super.connectedCallback?.();
    }

    disconnectedCallback() {
      super.disconnectedCallback?.();
    }

    attributeChangedCallback(...change) {
      super.attributeChangedCallback?.(...change);
    }
  };
}

function become(own, type) {
  for (const key of Reflect.ownKeys(own)) {
    if (!['length', 'name', 'prototype'].includes(key)) delete own[key];
  }
  Object.setPrototypeOf(own, type);
  Object.setPrototypeOf(own.prototype, type.prototype);
  own.finalize?.();
}
