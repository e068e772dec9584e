"""Prints shell lines that enter an account of the double: python3 credentials.py ACCOUNT."""

import sys

import boto3

client = boto3.client("sts", aws_access_key_id="organisation", aws_secret_access_key="organisation")
role = f"arn:aws:iam::{sys.argv[1]}:role/platform-test"
got = client.assume_role(RoleArn=role, RoleSessionName="platform-test")["Credentials"]
print(f"export AWS_ACCESS_KEY_ID={got['AccessKeyId']}")
print(f"export AWS_SECRET_ACCESS_KEY={got['SecretAccessKey']}")
print(f"export AWS_SESSION_TOKEN={got['SessionToken']}")
