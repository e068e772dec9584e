#!/usr/bin/env python3
"""Reads feature files with pyarrow, DuckDB and polars: all three must see the same table, and its features must be
what numpy computes from the CSV files.

    check_parquet.py CSV_FOLDER FEATURES_FOLDER      (needs pyarrow duckdb polars numpy)
"""
import glob
import pathlib
import sys

import duckdb
import numpy as np
import polars as pl
import pyarrow.parquet as pq

FEATURES = (
    "ret_1 ret_5 ret_20 ret_60 vol_20 vol_60 sma_ratio_10 sma_ratio_50 range_1 gap_1 intraday_1 "
    "volume_ratio_20 rsi_14 zscore_20 drawdown_60 weekday"
).split()


def windows(values, size):
    return np.lib.stride_tricks.sliding_window_view(values, size)


def expected(path):
    frame = pl.read_csv(path, try_parse_dates=True)
    o, h, l, c, v = (frame[n].to_numpy().astype(float) for n in ("open", "high", "low", "close", "volume"))
    n, w = len(c), 60
    if n <= w:
        return {}
    ret = np.concatenate([[0.0], c[1:] / c[:-1] - 1])
    tail = lambda values, size: windows(values, size)[w - size + 1 :]
    gains, moves = tail(np.maximum(ret, 0), 14).sum(1), tail(np.abs(ret), 14).sum(1)
    sd20 = tail(c, 20).std(1, ddof=1)
    out = {f"ret_{k}": c[w:] / c[w - k : n - k] - 1 for k in (1, 5, 20, 60)}
    out |= {
        "vol_20": tail(ret, 20).std(1, ddof=1),
        "vol_60": tail(ret, 60).std(1, ddof=1),
        "sma_ratio_10": c[w:] / tail(c, 10).mean(1) - 1,
        "sma_ratio_50": c[w:] / tail(c, 50).mean(1) - 1,
        "range_1": ((h - l) / c)[w:],
        "gap_1": o[w:] / c[w - 1 : -1] - 1,
        "intraday_1": (c / o - 1)[w:],
        "volume_ratio_20": v[w:] / tail(v, 20).mean(1),
        "rsi_14": gains / moves,
        "zscore_20": (c[w:] - tail(c, 20).mean(1)) / sd20,
        "drawdown_60": c[w:] / tail(c, 60).max(1) - 1,
        "weekday": frame["date"].dt.weekday().to_numpy()[w:] - 1,
    }
    forward = np.concatenate([c[5:] / c[:-5] - 1, np.full(5, np.nan)])[w:]
    out["label"] = np.where(np.isnan(forward), -1, forward > 0)
    out["forward_return"] = forward
    return out


def main(csv_folder, features_folder):
    rows = 0
    for path in sorted(glob.glob(f"{features_folder}/*.parquet")):
        arrow = pq.read_table(path)
        polars = pl.read_parquet(path)
        duck = duckdb.sql(f"select * from read_parquet('{path}')").arrow()
        duck = duck.read_all() if hasattr(duck, "read_all") else duck
        assert arrow.schema.names[:2] == ["symbol", "date"], arrow.schema
        assert not any(field.nullable for field in arrow.schema), arrow.schema
        same = pl.from_arrow(arrow)
        assert same.equals(polars), f"{path}: pyarrow and polars differ"
        assert same.equals(pl.from_arrow(duck)), f"{path}: pyarrow and DuckDB differ"
        for (symbol,), part in polars.group_by("symbol", maintain_order=True):
            want = expected(pathlib.Path(csv_folder) / f"{symbol}.csv")
            for name, values in want.items():
                got = part[name].to_numpy().astype(float)
                assert got.shape == values.shape, (symbol, name, got.shape, values.shape)
                assert np.allclose(got, values, rtol=2e-6, atol=2e-7, equal_nan=True), (
                    symbol, name, np.nanmax(np.abs(got - values)))
            rows += len(part)
    print(f"{rows} rows: pyarrow, DuckDB and polars agree, and numpy computes the same features")


main(*sys.argv[1:3])
