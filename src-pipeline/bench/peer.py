#!/usr/bin/env python3
"""The same job in Python: polars for the features, xgboost for the model, mlflow for the run. Same columns, same folds,
same parameters as mlpipe, so that CPU, memory and AUC can be compared line by line.

    peer.py etl   CSV_FOLDER FEATURES_FILE
    peer.py job   CSV_FOLDER FEATURES_FILE RECORD MLRUNS     (RECORD: mlpipe's training.json, for the folds' days)
"""
import json
import pathlib
import sys

import polars as pl

FEATURES = (
    "ret_1 ret_5 ret_20 ret_60 vol_20 vol_60 sma_ratio_10 sma_ratio_50 range_1 gap_1 intraday_1 "
    "volume_ratio_20 rsi_14 zscore_20 drawdown_60 weekday"
).split()
HORIZON = 5


def etl(csv_folder, target):
    schema = {"date": pl.Date, **{n: pl.Float64 for n in ("open", "high", "low", "close", "volume")}}
    paths = sorted(pathlib.Path(csv_folder).glob("*.csv"))
    frame = pl.scan_csv(paths, schema=schema, include_file_paths="path")
    c, ret = pl.col("close"), pl.col("ret_1")
    s = "path"
    frame = frame.with_columns(ret_1=(c / c.shift(1) - 1).over(s)).with_columns(
        *[(c / c.shift(k) - 1).over(s).alias(f"ret_{k}") for k in (5, 20, 60)],
        ret.rolling_std(20).over(s).alias("vol_20"),
        ret.rolling_std(60).over(s).alias("vol_60"),
        (c / c.rolling_mean(10) - 1).over(s).alias("sma_ratio_10"),
        (c / c.rolling_mean(50) - 1).over(s).alias("sma_ratio_50"),
        ((pl.col("high") - pl.col("low")) / c).alias("range_1"),
        (pl.col("open") / c.shift(1) - 1).over(s).alias("gap_1"),
        (c / pl.col("open") - 1).alias("intraday_1"),
        (pl.col("volume") / pl.col("volume").rolling_mean(20)).over(s).alias("volume_ratio_20"),
        (ret.clip(lower_bound=0).rolling_sum(14) / ret.abs().rolling_sum(14)).over(s).alias("rsi_14"),
        ((c - c.rolling_mean(20)) / c.rolling_std(20)).over(s).alias("zscore_20"),
        (c / c.rolling_max(60) - 1).over(s).alias("drawdown_60"),
        (pl.col("date").dt.weekday() - 1).alias("weekday"),
        (c.shift(-HORIZON) / c - 1).over(s).alias("forward_return"),
        pl.int_range(pl.len()).over(s).alias("row"),
    ).filter(pl.col("row") >= 60).select(
        pl.col("path").str.extract(r"([^/]+)\.csv$").alias("symbol"), "date",
        *[pl.col(n).cast(pl.Float32) for n in FEATURES], "close", "forward_return",
        (pl.col("forward_return") > 0).cast(pl.Int32).fill_null(-1).alias("label"),
    )
    frame.collect().write_parquet(target, compression="zstd", compression_level=1)


def job(csv_folder, features_file, record_path, mlruns):
    import os

    os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
    import mlflow
    import numpy as np
    import xgboost

    etl(csv_folder, features_file)
    record = json.loads(pathlib.Path(record_path).read_text())
    frame = pl.read_parquet(features_file).filter(pl.col("label") >= 0).sort("date", "symbol")
    days = frame["date"].cast(pl.String).to_numpy()
    values = frame.select(FEATURES).to_numpy()
    labels = frame["label"].to_numpy()
    del frame
    parameters = {k: v for k, v in record["parameters"].items()}
    rounds = record["rounds"]

    def rows(first, last):
        return slice(np.searchsorted(days, first), np.searchsorted(days, last, side="right"))

    def matrix(part):
        return xgboost.DMatrix(values[part], label=labels[part], feature_names=FEATURES)

    mlflow.set_tracking_uri(f"file://{mlruns}")
    mlflow.set_experiment("peer")
    with mlflow.start_run():
        mlflow.log_params(parameters)
        for index, fold in enumerate(record["folds"]):
            train = matrix(rows(fold["trainFrom"], fold["trainTo"]))
            test = matrix(rows(fold["testFrom"], fold["testTo"]))
            history = {}
            booster = xgboost.train(
                parameters, train, rounds, evals=[(test, "e")], evals_result=history, verbose_eval=False)
            scores = booster.predict(test)
            auc = area(scores, test.get_label())
            for step, loss in enumerate(history["e"]["logloss"]):
                mlflow.log_metric(f"fold_{index + 1}_log_loss", loss, step=step + 1)
            mlflow.log_metric("fold_auc", auc, step=index + 1)
            print(f"fold {index + 1} AUC {auc:.6f} mlpipe {fold['auc']:.6f}")
            if abs(auc - fold["auc"]) > 0.001:
                sys.exit("AUC differs by more than 0.001")
        booster = xgboost.train(parameters, matrix(rows(record["trainFrom"], record["trainTo"])), rounds)
        mlflow.xgboost.log_model(booster, name="model", model_format="ubj")


def area(scores, labels):
    import numpy as np

    order = np.argsort(scores, kind="stable")
    ordered = scores[order]
    ranks = np.empty(len(scores))
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    ends = np.append(starts[1:], len(scores))
    ranks[order] = np.repeat((starts + ends + 1) / 2, ends - starts)
    positives = labels.sum()
    return (ranks[labels == 1].sum() - positives * (positives + 1) / 2) / (positives * (len(labels) - positives))


if __name__ == "__main__":
    {"etl": etl, "job": job}[sys.argv[1]](*sys.argv[2:])
