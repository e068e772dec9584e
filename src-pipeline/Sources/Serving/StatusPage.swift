internal import Tracking
internal import XGBoost

/// The page at `/`: which model serves, its figures, and a form to try it. One file, no other host.
enum StatusPage {
  static func html(_ slot: ModelSlot, modelName: String) -> String {
    guard let model = slot.current else {
      return page(modelName, "<p>No model is loaded yet. \(escape(slot.loads.lastFailure ?? ""))</p>", "")
    }
    let tags = model.version.tags
    let facts = [
      ("model", "\(modelName) version \(model.version.version)"), ("sha256", model.sha256),
      ("labels known to", model.labelsKnownTo), ("walk-forward AUC", tags["walk_forward_auc"] ?? "–"),
      ("hold-out AUC", tags["gate.auc"] ?? "–"), ("hold-out log loss", tags["gate.log_loss"] ?? "–"),
      ("promoted against", tags["gate.against"] ?? "–"), ("trees", "\(model.ensemble.treeCount)"),
      ("git commit", tags["git_commit"] ?? "–"), ("last failed load", slot.loads.lastFailure ?? "none"),
    ].map { "<tr><td>\($0.0)</td><td><code>\(escape($0.1))</code></td></tr>" }.joined()
    let fields = model.features.enumerated().map { index, name in
      let mean = index < model.references.count ? model.references[index].mean : 0
      return
        "<label>\(escape(name))<input name=\"\(escape(name))\" type=\"number\" step=\"any\" value=\"\(Float(mean))\"></label>"
    }.joined()
    let form = """
      <h2>Try it</h2>
      <form id="form">\(fields)<button>Predict</button></form>
      <p><output id="answer" aria-live="polite"></output></p>
      <script>
      document.getElementById("form").addEventListener("submit", async (event) => {
        event.preventDefault();
        const values = [...new FormData(event.target).values()].map((text) => text === "" ? null : Number(text));
        const output = document.getElementById("answer");
        const response = await fetch("/v2/models/\(modelName)/infer", {method: "POST", body: JSON.stringify({
          inputs: [{name: "input", shape: [1, values.length], datatype: "FP64", data: values}]})});
        const answer = await response.json();
        output.textContent = response.ok
          ? "probability of a rise " + answer.outputs[0].data[0].toFixed(4) + " (version " + answer.model_version + ")"
          : answer.error;
      });
      </script>
      """
    return page(modelName, "<table>\(facts)</table>", form)
  }

  private static func page(_ title: String, _ status: String, _ form: String) -> String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escape(title))</title>
    <style>
    :root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
    td{padding:.2rem 1rem .2rem 0;vertical-align:top}code{word-break:break-all}
    form{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.6rem}
    label{display:grid;font-size:.85rem}input,button{font:inherit;padding:.3rem}output{font-size:1.1rem}
    </style></head><body><h1>\(escape(title))</h1>\(status)\(form)
    <p><a href="/metrics">metrics</a> · <a href="/v2/models/\(escape(title))">model metadata</a></p></body></html>
    """
  }

  private static func escape(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
