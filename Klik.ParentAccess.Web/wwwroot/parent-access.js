// The part of an address after '#' reaches no server, so that a secret in it is in no log (rule P2). This puts it into the
// form that posts it, and takes it out of the address bar. Everything else works without script (rule P9).
//
// <form data-klik-fragment="token"> … <input name="token"> …: the field that the fragment goes to.
// Inside it: [data-klik-with-fragment] is shown when there is one, [data-klik-without-fragment] when there is none.
//
// <input data-klik-code="what to say">: says it beside the field when what was typed is no activation code (rule P4).
//
// <input data-klik-work="token" data-klik-work-bits="18" data-klik-work-seconds="30">: gets the proof of work on a challenge.
// In its form: [data-klik-work-wait] is what to do without script; [data-klik-work-busy] and [data-klik-work-done] replace it.
(function () {
  'use strict';

  const longest = 512;
  const here = document.currentScript && document.currentScript.src;

  function fragment() {
    const raw = location.hash.slice(1, longest + 1);
    try {
      return decodeURIComponent(raw);
    } catch {
      return raw;
    }
  }

  function fill() {
    const forms = document.querySelectorAll('form[data-klik-fragment]');
    const value = fragment();
    if (value === '' || forms.length === 0) {
      return;
    }

    for (const form of forms) {
      const field = form.elements.namedItem(form.dataset.klikFragment);
      if (!(field instanceof HTMLInputElement)) {
        continue;
      }

      field.value = value;
      form.querySelectorAll('[data-klik-with-fragment]').forEach(part => { part.hidden = false; });
      form.querySelectorAll('[data-klik-without-fragment]').forEach(part => { part.hidden = true; });
      field.dispatchEvent(new Event('change'));
    }

    history.replaceState(history.state, '', location.pathname + location.search);
  }

  // Crockford's base 32 as people type it, with a check sign: a sum over GF(2^5), as on the server (CheckSign).
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  function isCode(text) {
    const typed = text.slice(text.lastIndexOf('#') + 1).normalize('NFKC').toUpperCase()
      .replace(/[\s\p{Pd}\p{Cf}\u2212_.]/gu, '').replace(/O/g, '0').replace(/[IL\u0130\u0131]/g, '1');
    let sum = 0;
    for (const sign of typed) {
      const value = signs.indexOf(sign);
      if (value < 0) {
        return false;
      }

      sum = (sum << 1 & 32 ? sum << 1 ^ 37 : sum << 1) ^ value;
    }

    return typed.length === 16 && sum === 0;
  }

  function say(field, isWrong) {
    const id = field.id + '-error';
    let line = document.getElementById(id);
    if (isWrong && line === null) {
      line = document.createElement('p');
      line.id = id;
      line.className = 'klik-error';
      line.setAttribute('role', 'alert');
      line.append(document.getElementById(field.id + '-sign').content.cloneNode(true), document.createElement('span'));
      field.before(line);
    }

    if (isWrong) {
      line.querySelector('span').textContent = field.dataset.klikCode;
    } else if (line !== null) {
      line.remove();
    }

    field.closest('.klik-field').classList.toggle('klik-field-wrong', isWrong);

    const described = (field.getAttribute('aria-describedby') || '').split(' ').filter(part => part !== '' && part !== id);
    field.setAttribute('aria-describedby', (isWrong ? [id, ...described] : described).join(' '));
    field.toggleAttribute('aria-invalid', isWrong);
    if (isWrong) {
      field.setAttribute('aria-invalid', 'true');
    }
  }

  function watch(field) {
    const isWrong = () => field.value.trim() !== '' && !isCode(field.value);
    // A line that comes or goes under the pointer would move the button away before it is let go: then sending the form says it.
    let isPressed = false;
    field.form.addEventListener('pointerdown', event => { isPressed = event.target.closest('button') !== null; });
    addEventListener('pointerup', () => { isPressed = false; });
    addEventListener('pointercancel', () => { isPressed = false; });
    field.addEventListener('change', () => {
      if (!isPressed) {
        say(field, isWrong());
      }
    });
    field.addEventListener('input', () => {
      if (field.hasAttribute('aria-invalid') && isCode(field.value)) {
        say(field, false);
      }
    });
    field.form.addEventListener('submit', event => {
      if (isWrong()) {
        event.preventDefault();
        say(field, true);
        field.focus();
      }
    });
  }

  // A worker keeps the page alive meanwhile. Where it does not come to an end, the wait that is asked of everybody else is over
  // by itself.
  function work(field) {
    const form = field.form;
    const button = form.querySelector('[data-klik-work-button]');
    const show = state => ['wait', 'busy', 'done'].forEach(name =>
      form.querySelectorAll('[data-klik-work-' + name + ']').forEach(part => { part.hidden = name !== state; }));
    let worker = null;
    const end = proof => {
      field.value = proof;
      button.disabled = false;
      show('done');
      if (worker !== null) {
        worker.terminate();
      }
    };

    try {
      worker = new Worker(new URL('parent-access-work.js', here));
    } catch {
      return;
    }

    show('busy');
    button.disabled = true;
    const waited = setTimeout(() => end(''), 1000 * (Number(field.dataset.klikWorkSeconds) + 1));
    worker.onmessage = message => {
      clearTimeout(waited);
      end(message.data);
    };
    worker.onerror = () => {
      clearTimeout(waited);
      button.disabled = false;
      show('wait');
    };
    worker.postMessage({ token: field.dataset.klikWork, bits: Number(field.dataset.klikWorkBits) });
  }

  document.querySelectorAll('input[data-klik-code]').forEach(watch);
  document.querySelectorAll('input[data-klik-work]').forEach(work);
  fill();
  // A second link to the same page changes only the fragment, and loads nothing.
  addEventListener('hashchange', fill);
})();

// Passkeys. The page holds the question; the answer goes back with an ordinary form. Nothing is fetched. Where the browser does
// not know passkeys the part stays hidden, and a password works as ever.
//
// <form …> <div data-klik-passkey="create|get" data-klik-passkey-options="…" hidden> [name=credential], [data-klik-passkey-start],
// [data-klik-passkey-problem]. A form with data-klik-passkey-only is there for nothing else, and is shown with it.
(function () {
  'use strict';

  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON || !PublicKeyCredential.parseRequestOptionsFromJSON) {
    return;
  }

  // What browsers show a new passkey by is what is typed in the same form.
  function named(options, form) {
    const address = form.elements.namedItem('email');
    const name = form.elements.namedItem('name');
    if (address instanceof HTMLInputElement && name instanceof HTMLInputElement) {
      options.user.name = address.value;
      options.user.displayName = name.value;
    }

    return options;
  }

  function isFilledIn(form) {
    return ['name', 'email']
      .map(field => form.elements.namedItem(field))
      .every(field => !(field instanceof HTMLInputElement) || field.type === 'hidden' || field.reportValidity());
  }

  async function ask(part, form) {
    const options = JSON.parse(part.dataset.klikPasskeyOptions);
    return part.dataset.klikPasskey === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(named(options, form)) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }

  async function answer(part, form) {
    const problem = part.querySelector('[data-klik-passkey-problem]');
    problem.hidden = true;
    if (!isFilledIn(form)) {
      return;
    }

    try {
      const credential = await ask(part, form);
      part.querySelector('[name=credential]').value = JSON.stringify(credential);
      form.submit();
    } catch {
      problem.hidden = false;
    }
  }

  for (const part of document.querySelectorAll('[data-klik-passkey]')) {
    const form = part.closest('form');
    part.hidden = false;
    if ('klikPasskeyOnly' in form.dataset) {
      form.hidden = false;
    }

    part.querySelector('[data-klik-passkey-start]').addEventListener('click', () => answer(part, form));
  }
})();
