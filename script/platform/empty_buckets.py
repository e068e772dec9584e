"""Empties every bucket of the double, versions too: what a person does before the last destroy."""

import boto3
from botocore.config import Config

s3 = boto3.resource("s3", config=Config(s3={"addressing_style": "path"}))
for bucket in s3.buckets.all():
    bucket.object_versions.delete()
