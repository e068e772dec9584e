"""Empties buckets of the account, versions too: python3 empty_buckets.py logs|all. `logs` leaves every other bucket alone."""

import sys

import boto3
from botocore.config import Config

s3 = boto3.resource("s3", config=Config(s3={"addressing_style": "path"}))
for bucket in s3.buckets.all():
    if sys.argv[1] == "all" or ("-logs-" in bucket.name and "-state-" not in bucket.name):
        # Not logged: the log's target may be gone already, or is the bucket that is being emptied.
        s3.meta.client.put_bucket_logging(Bucket=bucket.name, BucketLoggingStatus={})
        bucket.object_versions.delete()
