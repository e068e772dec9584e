#!/usr/bin/env python3
"""Loads a registered version with MLflow itself and compares its answers with mlpipe's, bit for bit.

    check_mlflow.py TRACKING_URI MODEL VERSION_OR_@ALIAS      (needs mlflow 3.17.2, xgboost, pandas)
"""
import json
import os
import sys
import warnings

os.environ.setdefault("MLFLOW_ALLOW_FILE_STORE", "true")
warnings.filterwarnings("ignore")
import mlflow  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import xgboost  # noqa: E402


def main(uri, name, version):
    mlflow.set_tracking_uri(uri)
    address = f"models:/{name}{version}" if version.startswith("@") else f"models:/{name}/{version}"
    folder = mlflow.artifacts.download_artifacts(address)
    with open(f"{folder}/probes.json") as file:
        probes = json.load(file)
    model = mlflow.pyfunc.load_model(address)
    names = [column.name for column in model.metadata.signature.inputs]
    rows = pd.DataFrame([probe["values"] for probe in probes], columns=names, dtype="float64")
    expected = np.array([probe["predictionBits"] for probe in probes], dtype=np.uint32)
    assert (np.asarray(model.predict(rows), dtype=np.float32).view(np.uint32) == expected).all(), "pyfunc differs"
    booster = mlflow.xgboost.load_model(address)
    answers = booster.predict(xgboost.DMatrix(rows.astype("float32"), feature_names=names))
    assert (answers.view(np.uint32) == expected).all(), "xgboost differs"
    try:
        model.predict(rows.drop(columns=names[0]))
        raise AssertionError("a frame without a column was accepted")
    except mlflow.exceptions.MlflowException:
        pass
    example = model.input_example if hasattr(model, "input_example") else None
    assert example is None or list(example.columns) == names

    client = mlflow.MlflowClient()
    found = client.get_model_version_by_alias(name, version[1:]) if version.startswith("@") else (
        client.get_model_version(name, version))
    run = client.get_run(found.run_id)
    history = client.get_metric_history(found.run_id, "fold_1_log_loss")
    assert run.info.status == "FINISHED", run.info.status
    assert [point.step for point in history] == list(range(1, int(run.data.params["rounds"]) + 1)), len(history)
    assert run.inputs.dataset_inputs and run.data.tags["mlpipe.model_sha256"] == found.tags["model_sha256"]
    artifacts = {item.path for item in client.list_artifacts(found.run_id)}
    assert {"report.html", "plots"} <= artifacts, artifacts
    # The SQL stores of 3.17.2 leave model_id out of a version and keep it in its source.
    logged = client.get_logged_model(found.model_id or found.source.removeprefix("models:/"))
    assert str(logged.status).endswith("READY"), logged.status
    print(f"version {found.version}: pyfunc and xgboost answer as mlpipe does; "
          f"{len(run.data.metrics)} metrics, {len(run.data.params)} params, {len(artifacts)} artifacts")


main(*sys.argv[1:4])
