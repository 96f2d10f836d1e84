/// How the HTML checklist looks: on a screen from 320 pixels up, light and dark, and on paper.
enum ChecklistStyle {
  static let css: StaticString = """
    :root{color-scheme:light dark;--page:#fff;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;\
    --fill:#f6f8fa;--accent:#0b5cad;--good:#116329;--bad:#a40e26;--warn:#7a4b00}
    @media(prefers-color-scheme:dark){:root{--page:#0f1318;--text:#e6edf3;--soft:#9aa6b2;\
    --line:#343c46;--fill:#181e25;--accent:#79b8ff;--good:#56d364;--bad:#ff8b82;--warn:#e3b341}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:52rem;padding:1.5rem 1rem 4rem;background:var(--page);\
    color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",\
    "Liberation Sans",sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.75rem;line-height:1.25;margin:0 0 .25rem}
    h2{font-size:1.25rem;margin:2rem 0 .5rem}
    h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
    p,ul,ol,pre,.table,blockquote,.note{margin:.5rem 0}
    a{color:var(--accent)}
    code{background:var(--fill);border-radius:4px;padding:.1em .3em;\
    font:.9em ui-monospace,SFMono-Regular,Menlo,"Liberation Mono",monospace}
    pre{background:var(--fill);border:1px solid var(--line);border-radius:6px;padding:.75rem;\
    white-space:pre-wrap}
    pre code{background:none;padding:0}
    img{display:block;max-width:100%;height:auto;border:1px solid var(--line);border-radius:6px;\
    margin:.5rem 0}
    .picture,.source,.seen{color:var(--soft);font-size:.9rem}
    .table{overflow-x:auto}
    table{border-collapse:collapse}
    th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}
    th{background:var(--fill)}
    blockquote{border-left:3px solid var(--line);padding-left:.75rem;margin-left:0}
    .note{border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:6px;\
    background:var(--fill);padding:.4rem .75rem}
    .label{font-weight:600;margin:.2rem 0}
    .note .label,.label .label{color:var(--accent)}
    .warning{border-left-color:var(--bad)}
    .warning .label,.failed>.body>.fail{color:var(--bad)}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;\
    margin:1rem 0;padding:0;border:0}
    .facts label,.remark{display:block;font-size:.85rem;color:var(--soft)}
    input[type=text],input[type=date],select{display:block;width:100%;font:inherit;\
    color:var(--text);background:var(--page);border:1px solid var(--soft);border-radius:6px;\
    padding:.35rem .5rem}
    .remark{display:flex;align-items:center;gap:.5rem;margin-top:.35rem;white-space:nowrap}
    .remark input[type=text]{border:0;border-bottom:1px dotted var(--soft);border-radius:0;\
    padding:.1rem .2rem;font-size:.9rem}
    .progress{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;\
    gap:.5rem .75rem;background:var(--page);border-bottom:1px solid var(--line);padding:.6rem 0}
    progress{flex:1 1 8rem;height:.7rem;accent-color:var(--good)}
    button{font:inherit;font-size:.9rem;color:var(--text);background:var(--fill);\
    border:1px solid var(--soft);border-radius:6px;padding:.25rem .7rem;cursor:pointer}
    .boxes,.steps{list-style:none;padding:0}
    .boxes>li,.steps>li{display:grid;grid-template-columns:1.4rem minmax(0,1fr);gap:0 .6rem;\
    padding:.6rem 0;border-top:1px solid var(--line)}
    .steps>li{grid-template-columns:1.4rem 1.9rem minmax(0,1fr)}
    .steps .steps>li{padding:.4rem 0}
    input[type=checkbox]{width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--good)}
    .number{font-weight:700;color:var(--soft);text-align:right}
    .body>:first-child{margin-top:0}
    .body>:last-child{margin-bottom:0}
    li:has(>input:checked)>.body>p:first-of-type{color:var(--soft)}
    .omitted>.body{color:var(--soft)}
    .omitted>.body>.why,.failed>.body>.fail{font-weight:600}
    .data{background:var(--fill);border-radius:6px;padding:.3rem .6rem;margin:.4rem 0}
    .result{border:1px solid var(--line);border-left:4px solid var(--good);border-radius:6px;\
    padding:0 .75rem}
    .result li{border:0}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .foot{margin-top:2rem;border-top:1px solid var(--line);padding-top:.75rem}
    @media(max-width:30rem){body{padding:1rem .75rem 3rem}h1{font-size:1.4rem}\
    .steps>li{grid-template-columns:1.4rem 1.4rem minmax(0,1fr);gap:0 .35rem}}
    @media print{@page{margin:16mm 14mm}
    :root{--page:#fff;--text:#000;--soft:#333;--line:#999;--fill:#fff;--accent:#000;--good:#000;\
    --bad:#000;--warn:#000}
    body{max-width:none;padding:0;font-size:10.5pt;line-height:1.4}
    .progress{display:none}
    .steps>li,.boxes>li,.note,img,pre,tr,.result{break-inside:avoid}
    h1,h2,h3,.source{break-after:avoid}
    img{max-height:9cm;width:auto}
    input[type=checkbox]{appearance:none;border:1.2pt solid #000;border-radius:2pt;\
    width:4.2mm;height:4.2mm}
    input[type=checkbox]:checked::after{content:"\\2713";display:block;line-height:4mm;\
    text-align:center}
    input[type=text],input[type=date],select{border:0;border-bottom:.8pt solid #000;\
    border-radius:0;appearance:none;min-height:7mm}
    input[type=date]::-webkit-datetime-edit{opacity:0}
    input[type=date].filled::-webkit-datetime-edit{opacity:1}
    input[type=date]::-webkit-calendar-picker-indicator{display:none}
    a{text-decoration:none}
    a[href]::after{content:" (" attr(href) ")";font-size:.85em;word-break:break-all}}
    """

  /// SHA-256 of the style and of the script, as a Content-Security-Policy has them; a test has the
  /// values where they change.
  static let cssHash = "OIjiI7KVwfvr85RD07U4XzVTDnGmPXR7RgqjN702SXo="
  static let scriptHash = "SASB6pyXd/S/vMUHCkSuXaYSW77y/Y8tmpJARJ9hx8A="

  /// Remembers in the browser what was ticked and entered, for this page in this version.
  static let script: StaticString = """
    (function(){"use strict";
    var key="stepcheck:"+document.body.dataset.key,state={};
    try{state=JSON.parse(localStorage.getItem(key)||"{}")||{}}catch(e){state={}}
    var fields=Array.from(document.querySelectorAll("input,select"));
    var boxes=fields.filter(function(f){return f.type==="checkbox"});
    var bar=document.querySelector("progress"),said=document.querySelector("output");
    function show(){var done=boxes.filter(function(b){return b.checked}).length;
    bar.value=done;said.textContent=done+" of "+boxes.length+" done";
    fields.forEach(function(f){f.classList.toggle("filled",f.type!=="checkbox"&&f.value!=="")})}
    function save(){state={};fields.forEach(function(f){
    if(f.type==="checkbox"){if(f.checked)state[f.id]=true}else if(f.value)state[f.id]=f.value});
    try{localStorage.setItem(key,JSON.stringify(state))}catch(e){}
    show()}
    fields.forEach(function(f){var was=state[f.id];
    if(f.type==="checkbox"){f.checked=was===true}else if(typeof was==="string"){f.value=was}
    f.addEventListener("input",save)});
    document.querySelector("button").addEventListener("click",function(){
    fields.forEach(function(f){if(f.type==="checkbox"){f.checked=false}else{f.value=""}});save()});
    document.querySelector(".progress").hidden=false;show()})();
    """
}
