// The shell: signs in, then shows what the installed bundles bring.
import { html, render } from '../kit/lit.js';
import { language, registry, session } from '../kit/index.js';
import { credentials } from '../kit/api.js';
import { failureTemplate } from '../kit/failure.js';
import { door, renew } from './sign-in.js';
import { theme } from './theme.js';
import { watch } from './news.js';
import { watchFaults } from './faults.js';
import './frame.js';

const product = document.title;
document.documentElement.lang = language();
theme.accent = document.querySelector('meta[name=theme-color]')?.content;

async function start() {
  show(html`<gl-busy></gl-busy>`);
  try {
    if (!(await session.load()) || session.mustChangePassword) show(door(product, enter));
    else await enter();
  } catch (error) {
    show(html`<main class="gl-door">${failureTemplate(error, start)}</main>`);
  }
}

async function enter() {
  if (session.mustChangePassword) {
    show(door(product, enter));
    return;
  }
  credentials.renew = renew;
  await registry.load();
  theme.accent = registry.district.accent;
  show(html`<gl-frame .product=${product}></gl-frame>`);
  watch();
}

function show(template) {
  render(template, document.body);
}

watchFaults();
registry.addEventListener('change', () => { theme.accent = registry.district.accent; });
start();
