#!/usr/bin/env python3
"""The same job in Python: polars for the features, xgboost for the model, mlflow for the run. Same columns, same folds,
same parameters as mlpipe, so that CPU, memory and AUC can be compared line by line.

    peer.py lean  CSV_FOLDER FEATURES_FILE
    peer.py etl   WORKSPACE FEATURES_FILE                   (as 'mlpipe fetch' left it)
    peer.py job   WORKSPACE FEATURES_FILE RECORD MLRUNS     (RECORD: mlpipe's training.json, for the folds' days)
"""
import hashlib
import json
import os
import pathlib
import sys

import polars as pl

FEATURES = (
    "ret_1 ret_5 ret_20 ret_60 vol_20 vol_60 sma_ratio_10 sma_ratio_50 range_1 gap_1 intraday_1 "
    "volume_ratio_20 rsi_14 zscore_20 drawdown_60 weekday"
).split()
HORIZON = 5


SPLIT_RATIOS = [2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100]
PRICES = ("open", "high", "low", "close")


def verified_objects(workspace):
    """Paths of a fetched workspace's responses by symbol; each must still have the hash it is named by."""
    paths = {}
    for manifest in sorted(pathlib.Path(workspace, "raw").glob("part-*.json")):
        for symbol in json.loads(manifest.read_text())["symbols"]:
            (entry,) = symbol["objects"]
            path = pathlib.Path(workspace, "raw/objects", entry["sha256"][:2], entry["sha256"])
            if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
                sys.exit(f"{path}: content no longer has the hash it is named by")
            paths[str(path)] = symbol["symbol"]
    return paths


def quality(frame):
    """What mlpipe counts for each symbol, in one pass."""
    price = [pl.col(n) for n in PRICES]
    largest, smallest = pl.max_horizontal(price), pl.min_horizontal(price)
    values = [*price, pl.col("volume")]
    missing = pl.any_horizontal([v.is_null() | v.is_nan() for v in values])
    impossible = ~missing & ((smallest <= 0) | largest.is_infinite() | (pl.col("volume") < 0))
    narrow = (largest > pl.col("high") + 1e-6 * largest) | (smallest < pl.col("low") - 1e-6 * largest)
    date, before = pl.col("date"), pl.col("date").shift(1)
    weekdays = pl.business_day_count(before, date) - 1
    jump = pl.col("close").shift(1) / pl.col("open")
    return frame.group_by("symbol", maintain_order=True).agg(
        rows=pl.len(), first=date.first(), last=date.last(), missing=missing.sum(), impossible=impossible.sum(),
        inconsistent=(~missing & ~impossible & narrow).sum(), duplicates=(date == before).sum(),
        out_of_order=(date < before).sum(), missing_days=weekdays.clip(lower_bound=0).sum(),
        longest_gap=weekdays.max(), jumps=((jump > 1.9) | (jump < 1 / 1.9)).sum(),
    ).collect()


def repaired(frame, report):
    """The rows that features may rely on; nothing is moved or copied where nothing has to be."""
    if (report["missing"] + report["impossible"] + report["inconsistent"]).sum() > 0:
        sys.exit("rows to drop: the peer has not met such data")
    if (report["duplicates"] + report["out_of_order"]).sum() > 0:
        frame = frame.sort("symbol", "date", maintain_order=True).unique(["symbol", "date"], keep="last")
    if report["jumps"].sum() > 0:
        sys.exit("splits to adjust: the peer has not met such data")
    return frame


def etl(workspace, target):
    schema = {"date": pl.Date, **{n: pl.Float64 for n in ("open", "high", "low", "close", "volume")}}
    symbols = verified_objects(workspace)
    frame = pl.scan_csv(list(symbols), schema=schema, include_file_paths="path").with_columns(
        symbol=pl.col("path").replace_strict(symbols)).drop("path").collect().lazy()
    report = quality(frame)
    frame = features(repaired(frame, report)).collect()
    with open(target, "wb") as file:
        frame.write_parquet(file, compression="zstd", compression_level=1)
        file.flush()
        os.fsync(file.fileno())
    manifest = {
        "horizon": HORIZON, "rows": len(frame), "features": FEATURES, "quality": report.to_dicts(),
        "sha256": hashlib.sha256(pathlib.Path(target).read_bytes()).hexdigest(),
        "raw_sha256": hashlib.sha256("".join(p[-64:] for p in symbols).encode()).hexdigest(),
    }
    pathlib.Path(f"{target}.json").write_text(json.dumps(manifest, default=str))


def lean(csv_folder, target):
    """Features alone: no hash is checked or made, no row is checked, no manifest is left."""
    schema = {"date": pl.Date, **{n: pl.Float64 for n in ("open", "high", "low", "close", "volume")}}
    paths = sorted(pathlib.Path(csv_folder).glob("*.csv"))
    frame = features(pl.scan_csv(paths, schema=schema, include_file_paths="symbol"))
    frame.with_columns(pl.col("symbol").str.extract(r"([^/]+)\.csv$")).collect().write_parquet(
        target, compression="zstd", compression_level=1)


def features(frame):
    c, ret, s = pl.col("close"), pl.col("ret_1"), "symbol"
    label_date = pl.col("date").shift(-HORIZON).over(s)
    is_known = label_date.is_not_null() & ((label_date - pl.col("date")).dt.total_days() <= 3 * HORIZON + 7)
    return frame.with_columns(ret_1=(c / c.shift(1) - 1).over(s)).with_columns(
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
        forward_return=pl.when(is_known).then((c.shift(-HORIZON) / c - 1).over(s)),
        label_date=pl.when(is_known).then(label_date).otherwise(pl.col("date")),
        row=pl.int_range(pl.len()).over(s),
    ).filter(pl.col("row") >= 60).select(
        "symbol", "date", *[pl.col(n).cast(pl.Float32) for n in FEATURES], "close", "forward_return",
        (pl.col("forward_return") > 0).cast(pl.Int32).fill_null(-1).alias("label"), "label_date",
    )


def job(workspace, features_file, record_path, mlruns):
    os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
    import mlflow
    import numpy as np
    import xgboost

    etl(workspace, features_file)
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
    {"lean": lean, "etl": etl, "job": job}[sys.argv[1]](*sys.argv[2:])
