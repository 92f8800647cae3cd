// The part of an address after '#' reaches no server, so that a secret in it is in no log (rule P2). This puts it into the
// form that posts it, and takes it out of the address bar. Everything else works without script (rule P9).
//
// <form data-klik-fragment="token"> … <input name="token"> …: the field that the fragment goes to.
// Inside it: [data-klik-with-fragment] is shown when there is one, [data-klik-without-fragment] when there is none.
(function () {
  'use strict';

  const longest = 512;

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
    }

    history.replaceState(history.state, '', location.pathname + location.search);
  }

  fill();
  // A second link to the same page changes only the fragment, and loads nothing.
  addEventListener('hashchange', fill);
})();
