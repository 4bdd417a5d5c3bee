(function () {
  "use strict";
  var say = document.getElementById("say");
  function tell(text) {
    say.textContent = text;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(function () { say.textContent = ""; }, 2500);
  }
  function byHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }
  function copy(button) {
    var text = document.getElementById(button.dataset.copy).textContent;
    var done = navigator.clipboard ? navigator.clipboard.writeText(text) : byHand(text);
    done.then(function () { tell("Copied"); }, function () { tell("The browser did not let it be copied"); });
  }
  document.querySelectorAll("[data-script]").forEach(function (element) { element.hidden = false; });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
  document.querySelectorAll("[data-filter]").forEach(function (input) {
    var rows = document.querySelectorAll("#" + input.dataset.filter + " tbody tr");
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase();
      rows.forEach(function (row) { row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0; });
    });
  });
  var form = document.getElementById("open-form");
  if (form) form.addEventListener("submit", function (event) {
    event.preventDefault();
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) })
      .then(function (answer) { return answer.ok ? "Opened" : answer.text(); })
      .then(tell, function () { tell("The site does not answer"); });
  });
})();
