/// How the HTML report looks: on a screen from 320 pixels up, light and dark, and on paper.
enum ReportStyle {
  static let css: StaticString = """
    :root{color-scheme:light dark;--page:#fff;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;\
    --fill:#f6f8fa;--accent:#0b5cad;--good:#116329;--bad:#a40e26;--warn:#7a4b00;--used:#fff3bf;\
    --onused:#1b1f24}
    @media(prefers-color-scheme:dark){:root{--page:#0f1318;--text:#e6edf3;--soft:#9aa6b2;\
    --line:#343c46;--fill:#181e25;--accent:#79b8ff;--good:#56d364;--bad:#ff8b82;--warn:#e3b341;\
    --used:#5c4a00;--onused:#fff}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:72rem;padding:1.5rem 1rem 4rem;background:var(--page);\
    color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",\
    "Liberation Sans",sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.75rem;line-height:1.25;margin:0 0 .25rem}
    h2{font-size:1.25rem;margin:2.25rem 0 .5rem}
    h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
    p,ul,pre{margin:.4rem 0}
    a{color:var(--accent)}
    .source{color:var(--soft);font-size:.875rem}
    th .source{display:block;font-weight:400}
    .verdict{font-size:1.1rem;padding:.6rem .9rem;border-radius:8px;background:var(--fill);\
    border-left:5px solid currentColor}
    .good{color:var(--good)}
    .bad{color:var(--bad)}
    .figures{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}
    .figures div{background:var(--fill);border:1px solid var(--line);border-radius:8px;\
    padding:.5rem .9rem}
    .figures dt{color:var(--soft);font-size:.85rem}
    .figures dd{margin:0;font-size:1.35rem;font-weight:600}
    .filters{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:center;margin:1.25rem 0}
    .filters[hidden]{display:none}
    select{font:inherit;margin-left:.4rem;max-width:100%;color:var(--text);\
    background:var(--page);border:1px solid var(--soft);border-radius:6px;padding:.2rem .4rem}
    .table{overflow-x:auto}
    table{border-collapse:collapse;width:100%}
    th,td{padding:.5rem .75rem;text-align:left;vertical-align:top;\
    border-bottom:1px solid var(--line)}
    thead th{color:var(--soft);font-size:.85rem;font-weight:600;white-space:nowrap}
    td{white-space:nowrap}
    .plain{list-style:none;padding:0}
    .steps{list-style:none;padding:0;margin:1rem 0}
    .step{display:grid;grid-template-columns:2.2rem minmax(0,2fr) minmax(0,3fr);gap:0 1rem;\
    padding:1rem 0 1rem .75rem;border-top:1px solid var(--line);border-left:4px solid var(--soft)}
    .step.good,.step.bad,.step.warn,.step.other{color:var(--text)}
    .step.good{border-left-color:var(--good)}
    .step.bad{border-left-color:var(--bad)}
    .step.warn{border-left-color:var(--warn)}
    .number{font-weight:700;color:var(--soft)}
    .text{margin-top:0;font-size:1.05rem}
    .step.good .outcome{color:var(--good)}
    .step.bad .outcome{color:var(--bad)}
    .step.warn .outcome{color:var(--warn)}
    .deeds{margin:0 0 .5rem;padding-left:1.1rem;color:var(--soft);font-size:.9rem}
    .finding{border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:6px;\
    background:var(--fill);padding:.4rem .75rem;margin:.5rem 0}
    .finding p{margin:.25rem 0}
    .finding.error{border-left-color:var(--bad)}
    .finding.error strong{color:var(--bad)}
    .finding.warning{border-left-color:var(--warn)}
    .finding.warning strong{color:var(--warn)}
    pre{background:var(--page);border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;\
    white-space:pre-wrap;font:.85rem/1.5 ui-monospace,SFMono-Regular,Menlo,"Liberation Mono",\
    monospace}
    mark,.wf-used>.wf-label,.wf-used>.wf-box{background:var(--used);color:var(--onused)}
    .wf{border:1px solid var(--line);border-radius:8px;overflow:hidden;margin:.6rem 0;\
    font-size:.8rem;line-height:1.4;max-width:36rem;break-inside:avoid}
    .wf-bar{background:var(--line);color:var(--text);padding:.25rem .6rem;font-weight:600}
    .wf-body{padding:.6rem;display:flex;flex-wrap:wrap;gap:.35rem;align-items:flex-start}
    .wf-behind{background:repeating-linear-gradient(135deg,var(--fill) 0 6px,var(--page) 6px 12px);\
    padding:1rem}
    .wf-in{display:flex;flex-wrap:wrap;gap:.35rem;align-items:flex-start;margin-top:.3rem}
    .wf-dialog{flex:1 1 100%;background:var(--page);border:1px solid var(--soft);border-radius:8px;\
    padding:.6rem}
    .wf-dialog>.wf-label,.wf-heading>.wf-label{font-weight:700}
    .wf-dialog>.wf-label,.wf-heading,.wf-line,.wf-group,.wf-list,.wf-row,.wf-alert,.wf-field,.wf-check,\
    .wf-columns{flex:1 1 100%}
    .wf-columns{display:flex;gap:.75rem}
    .wf-side{flex:0 0 10rem}
    .wf-main{flex:1 1 0;min-width:0;display:flex;flex-wrap:wrap;gap:.35rem;\
    align-items:flex-start;align-content:flex-start}
    .wf-column>.wf-label{color:var(--soft);font-weight:600;margin-right:.5rem}
    .wf-field>.wf-label{flex:0 0 7.5rem}
    .wf-button>.wf-label{display:inline-block;border:1px solid var(--soft);border-radius:6px;\
    padding:.1rem .55rem}
    .wf-link>.wf-label{color:var(--accent);text-decoration:underline}
    .wf-link.wf-used>.wf-label{color:var(--onused)}
    .wf-tab>.wf-label{display:inline-block;padding:.1rem .5rem;border:1px solid var(--line);\
    border-bottom:2px solid var(--line);border-radius:6px 6px 0 0}
    .wf-selected>.wf-label{font-weight:700;border-bottom-color:var(--accent)}
    .wf-group,.wf-list{border-left:2px solid var(--line);padding-left:.5rem}
    .wf-group>.wf-label,.wf-list>.wf-label{color:var(--soft);font-weight:600}
    .wf-row .wf-in{padding-left:.9rem}
    .wf-field{display:flex;flex-wrap:wrap;gap:0 .4rem;align-items:center}
    .wf-box{flex:0 1 16rem;border:1px solid var(--soft);border-radius:4px;padding:.05rem .4rem}
    .wf-text,.wf-more,.wf-none{color:var(--soft)}
    .wf-text{margin-left:.5rem}
    .wf-more{flex:1 1 100%}
    .wf-used>.wf-label,.wf-used>.wf-box{outline:2px solid var(--warn);outline-offset:1px;\
    border-radius:4px}
    .wf-off>.wf-label{color:var(--soft);border-style:dashed}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    @media(max-width:46rem){.step{grid-template-columns:2rem minmax(0,1fr)}\
    .happened{grid-column:2}h1{font-size:1.4rem}}
    @media print{@page{margin:14mm}:root{--page:#fff;--text:#000;--soft:#444;--line:#999;\
    --fill:#fff;--accent:#000;--good:#0a4a1d;--bad:#8a0c20;--warn:#5c3900;--used:#ddd;\
    --onused:#000}
    body{max-width:none;padding:0;font-size:10pt}.filters,nav{display:none}
    .step,.finding,tr{break-inside:avoid}h2,h3{break-after:avoid}}
    """

  /// SHA-256 of the style and of the script, as a Content-Security-Policy has them; a test has the
  /// values where they change.
  static let cssHash = "yxu4rR869ug0X/7PTvSKpIr8GAxaXxZ0aCK41jFU0Xw="
  static let scriptHash = "9f0GBluidRBp8AgAvsumkfhkuCuV7uyybKCsjnbJCOs="

  /// Shows the pages that are asked for.
  static let script: StaticString = """
    (function(){"use strict";
    var form=document.querySelector(".filters"),rows=Array.from(document.querySelectorAll("tbody tr"));
    var failed=document.getElementById("failed"),rule=document.getElementById("rule"),\
    folder=document.getElementById("folder"),said=form.querySelector("output");
    function show(){var count=0;rows.forEach(function(r){var d=r.dataset;
    var ok=(!failed.checked||d.failed)&&(!rule.value||d.rules.split(" ").indexOf(rule.value)>=0)\
    &&(!folder.value||d.folder===folder.value);
    r.hidden=!ok;if(ok)count++});said.textContent=count+" of "+rows.length+" pages"}
    form.addEventListener("input",show);
    form.addEventListener("submit",function(e){e.preventDefault()});
    form.hidden=false;show()})();
    """
}
