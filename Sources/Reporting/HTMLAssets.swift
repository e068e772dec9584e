/// The style sheet and the script of the HTML report, with the hashes that its content security policy names them by.
///
/// A test computes the hashes again: whoever edits a text here is told the new one.
enum HTMLAssets {
  static let styleHash = "sha256-XTiR+5ImyE/yvHXHYUDK3iyg5DfYXsLfuad8ZqOn2sM="
  static let scriptHash = "sha256-rXhLGYA2yVVrQQGrTBNblpbLUVLoRlZtpKY8Pf9orBQ="

  static let style = #"""

    :root{--text:#1b1f24;--soft:#57606a;--page:#fff;--box:#f6f8fa;--line:#d0d7de;--link:#0550ae;--mark:#fff3b0;
    --error:#a40e26;--warning:#7a4100;--note:#0550ae;--undetermined:#5b3a99}
    @media (prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#a5afba;--page:#0d1117;--box:#161b22;--line:#3d444d;
    --link:#79b8ff;--mark:#5a4a00;--error:#ff9492;--warning:#f0b72f;--note:#79b8ff;--undetermined:#d2b3ff}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:70rem;color:var(--text);background:var(--page);
    font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
    a{color:var(--link)}
    h1{font-size:1.5rem;margin:0}h2{font-size:1.25rem;margin:2rem 0 .5rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
    h4{font-size:1rem;margin:0 0 .25rem}
    p,ol,ul{margin:.25rem 0}
    .skip{position:absolute;left:-99rem}.skip:focus{position:static}
    .verdict{font-weight:600}.place{color:var(--soft)}
    .incomplete{border-left:.25rem solid var(--error);padding:.25rem .75rem;background:var(--box)}
    table{border-collapse:collapse;overflow-wrap:normal}.scroll{overflow-x:auto}
    caption{text-align:left;color:var(--soft)}
    th,td{border:1px solid var(--line);padding:.25rem .75rem;text-align:right}th[scope=row],th:first-child{text-align:left}
    .zero{color:var(--soft)}
    .error{color:var(--error)}.warning{color:var(--warning)}.note{color:var(--note)}.undetermined{color:var(--undetermined)}
    td.error,td.warning,td.note,td.undetermined{font-weight:700}
    .level{border:1px solid;border-radius:.25rem;padding:0 .35rem;font-size:.875rem}
    article{border:1px solid var(--line);border-radius:.375rem;padding:.75rem;margin:.75rem 0;content-visibility:auto;
    contain-intrinsic-size:auto 14rem}
    pre{background:var(--box);border:1px solid var(--line);border-radius:.25rem;padding:.5rem;margin:.5rem 0;overflow-x:auto;
    font-size:.875rem}
    code{font-family:ui-monospace,monospace}.number{color:var(--soft);user-select:none}
    mark{background:var(--mark);color:inherit;text-decoration:underline;text-decoration-thickness:.125rem}
    form{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:end;margin:1.5rem 0;padding:.75rem;background:var(--box);
    border:1px solid var(--line);border-radius:.375rem}
    form[hidden],[hidden]{display:none}
    fieldset{border:0;margin:0;padding:0}legend{padding:0;font-weight:600}fieldset label{margin-right:1rem;white-space:nowrap}
    select,input[type=search],button{font:inherit;padding:.35rem .5rem;min-height:2.75rem;max-width:100%;color:inherit;
    background:var(--page);border:1px solid var(--soft);border-radius:.25rem}
    input[type=checkbox]{width:1.25rem;height:1.25rem;vertical-align:middle}
    :focus-visible{outline:.1875rem solid var(--link);outline-offset:.125rem}
    @media (max-width:30rem){th,td{padding:.25rem .4rem}}
    @media print{form{display:none}article{break-inside:avoid}}

    """#

  static let script = #"""

    (() => {
      const form = document.getElementById('filters');
      if (!form) return;
      const articles = [...document.querySelectorAll('#findings article')];
      const sections = [...document.querySelectorAll('#findings .file')];
      const shown = document.getElementById('shown');
      const value = (name) => (form.elements[name] ? form.elements[name].value : '');
      const apply = () => {
        const levels = new Set([...form.querySelectorAll('[name=level]:checked')].map((box) => box.value));
        const [family, environment, file] = [value('family'), value('environment'), value('file').toLowerCase()];
        let count = 0;
        for (const article of articles) {
          const data = article.dataset;
          const isShown = levels.has(data.level) && (!family || data.family === family)
            && (!environment || data.environments.split('\n').includes(environment))
            && data.file.toLowerCase().includes(file);
          article.hidden = !isShown;
          if (isShown) count += 1;
        }
        for (const section of sections) section.hidden = !section.querySelector('article:not([hidden])');
        shown.value = `${count} of ${articles.length} shown`;
      };
      const open = () => {
        const target = location.hash.startsWith('#policy-') && document.getElementById(location.hash.slice(1));
        if (target) target.open = true;
      };
      form.hidden = false;
      form.addEventListener('input', apply);
      form.addEventListener('submit', (event) => event.preventDefault());
      form.addEventListener('reset', () => setTimeout(apply));
      addEventListener('hashchange', open);
      apply();
      open();
    })();

    """#
}
