# shellcheck shell=bash disable=SC2154,SC2164  # sourced by script/platform-test, which sets root, work and init
# Every root applied for real against the double of AWS: apply, a plan that changes nothing, destroy.

python=${PLATFORM_PYTHON:-}

prepare_python() {
  if [ -z "$python" ]; then
    if ! command -v python3 >/dev/null; then return 1; fi
    if [ ! -x "$root/.build/platform-venv/bin/python" ]; then
      say "installing moto and parliament"
      python3 -m venv "$root/.build/platform-venv" &&
        "$root/.build/platform-venv/bin/pip" install -q -r "$root/script/platform/requirements.txt" || return 1
    fi
    python=$root/.build/platform-venv/bin/python
  fi
  "$python" -c 'import moto, parliament' 2>/dev/null
}

start_double() {
  local port
  port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_REGION=eu-west-2 AWS_DEFAULT_REGION=eu-west-2 MOTO_IAM_LOAD_MANAGED_POLICIES=true
  nice -n 10 "$python" "$root/script/platform/aws_double.py" "$port" "$work/calls" "$@" >"$work/double.log" 2>&1 &
  server=$!
  for _ in $(seq 120); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return; fi
    kill -0 "$server" 2>/dev/null || break
    sleep 1
  done
  cat "$work/double.log" >&2
  return 1
}

# The double keeps accounts apart by the role that a caller assumed, as AWS does.
enter_account() {
  local credentials
  credentials=$("$python" "$root/script/platform/credentials.py" "$1")
  eval "$credentials"
}

# Test-only settings beside a copy of the root: addresses with the bucket in the path, since 127.0.0.1 has no subdomains.
write_overrides() {
  local alias
  printf 'provider "aws" {\n  s3_use_path_style = true\n}\n' >"$1/test_only_override.tf"
  sed -n 's/^ *alias *= *"\(.*\)"/\1/p' "$1/providers.tf" | while read -r alias; do
    printf 'provider "aws" {\n  alias             = "%s"\n  s3_use_path_style = true\n}\n' "$alias"
  done >>"$1/test_only_override.tf"
}

account_of() { sed -n 's/^account_id *= *"\(.*\)"/\1/p' "$root/infra/terraform/environments/$1/terraform.tfvars"; }

lines() { wc -l <"$work/calls"; }

calls_since() { # FROM TO FILE: the calls on these lines of the record
  sed -n "$(($1 + 1)),$2p" "$work/calls" >"$3"
}

apply_global() {
  cd "$work/tree/environments/global"
  enter_account "$(sed -n 's/^ *global *= *"\(.*\)"/\1/p' terraform.tfvars)"
  write_overrides .
  # As in docs/setup.md: the state bucket does not exist yet, so the first state is a file, and moves there.
  printf 'terraform {\n  backend "local" {}\n}\n' >backend_override.tf
  run "$work/global-init.log" terraform "${init[@]}" -lockfile=readonly
  run "$work/global-apply.log" terraform apply -auto-approve
  rm backend_override.tf
  run "$work/global-move.log" terraform "${init[@]}" -lockfile=readonly -migrate-state -force-copy \
    -backend-config=use_path_style=true
  no_change global
}

apply_environment() {
  local environment=$1 from plan_from
  cd "$work/tree/environments/$environment"
  enter_account "$(account_of "$environment")"
  write_overrides .
  from=$(lines)
  run "$work/$environment-init.log" terraform "${init[@]}" -lockfile=readonly -backend-config=use_path_style=true
  run "$work/$environment-apply.log" terraform apply -auto-approve
  say "$environment: applied, $(sed -n 's/^Apply complete! Resources: \(.*\) added.*/\1 resources/p' "$work/$environment-apply.log")"
  plan_from=$(lines)
  no_change "$environment"
  calls_since "$plan_from" "$(lines)" "$work/calls-by-phase/$environment.plan"
  calls_since "$from" "$plan_from" "$work/calls-by-phase/$environment.apply"
}

no_change() {
  local status=0
  nice -n 10 terraform plan -lock=false -detailed-exitcode >"$work/$1-plan.log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    echo "platform-test: a second plan of $1 is not empty:" >&2
    grep -E '^  # |^Plan:|Error' "$work/$1-plan.log" >&2 || tail -20 "$work/$1-plan.log" >&2
    return 1
  fi
  terraform show -json >"$work/states/$1.json"
  say "$1: a second plan changes nothing"
}

# The whole environment again, in the other region: only planned, because its database starts from a backup.
plan_recovery() {
  cp -R "$work/tree" "$work/recovery"
  cd "$work/recovery/environments/prod"
  rm -rf .terraform
  enter_account "$(account_of prod)"
  printf 'terraform {\n  backend "local" {}\n}\n' >backend_override.tf
  run "$work/recovery-init.log" terraform "${init[@]}" -lockfile=readonly
  run "$work/recovery-plan.log" terraform plan -var-file=recovery.tfvars
  say "prod in the recovery region: $(sed -n 's/^Plan: \(.*\) to add.*/\1 resources planned/p' "$work/recovery-plan.log")"
}

# The global root has buckets in every account.
empty_buckets() { # ROOT WHICH-BUCKETS
  local environment
  if [ "$1" = global ]; then
    for environment in dev staging prod; do
      (
        enter_account "$(account_of "$environment")"
        "$python" "$root/script/platform/empty_buckets.py" "$2"
      )
    done
  fi
  "$python" "$root/script/platform/empty_buckets.py" "$2"
}

# The first destroy stops at buckets that hold objects: access logs here, old states in the global root. They are
# emptied by hand, as in docs/setup.md, and the second destroy must leave nothing.
destroy() { # ROOT WHICH-BUCKETS
  if ! nice -n 10 terraform destroy -auto-approve >"$work/$1-destroy-first.log" 2>&1 &&
    ! grep -q BucketNotEmpty "$work/$1-destroy-first.log"; then
    grep -A12 Error "$work/$1-destroy-first.log" >&2
    return 1
  fi
  if [ -n "$(terraform state list)" ]; then
    empty_buckets "$1" "$2"
    run "$work/$1-destroy.log" terraform destroy -auto-approve
  fi
  if [ -n "$(terraform state list)" ]; then
    echo "platform-test: destroy of $1 left resources behind" >&2
    return 1
  fi
}

destroy_environment() {
  local environment=$1 from
  cd "$work/tree/environments/$environment"
  enter_account "$(account_of "$environment")"
  from=$(lines)
  # As in docs/setup.md: a protected database is unprotected first, by a change that a reviewer sees.
  if grep -q 'deletion_protection *= true' terraform.tfvars; then
    sed -i 's/\(deletion_protection *= \)true/\1false/' terraform.tfvars
    run "$work/$environment-unprotect.log" terraform apply -auto-approve -target=module.rds
  fi
  destroy "$environment" logs
  calls_since "$from" "$(lines)" "$work/destroy-calls.$environment"
  # Emptying a bucket is a person's doing, not Terraform's.
  grep -v ' s3 DeleteObjects$' "$work/destroy-calls.$environment" >>"$work/calls-by-phase/$environment.apply"
  say "$environment: destroyed"
}

destroy_global() {
  cd "$work/tree/environments/global"
  enter_account "$(sed -n 's/^ *global *= *"\(.*\)"/\1/p' terraform.tfvars)"
  printf 'terraform {\n  backend "local" {}\n}\n' >backend_override.tf
  run "$work/global-move-back.log" terraform "${init[@]}" -lockfile=readonly -migrate-state -force-copy
  destroy global all
  say "global: destroyed"
}

# The three environments know nothing of each other, so they run side by side, as they would for real.
side_by_side() {
  local environment jobs=() failed=0
  for environment in dev staging prod; do
    ("$1" "$environment") &
    jobs+=($!)
  done
  for environment in "${jobs[@]}"; do
    wait "$environment" || failed=1
  done
  return "$failed"
}

open_double() {
  mkdir -p "$work/states" "$work/calls-by-phase"
  copy "$work/tree"
  # What moto forgets would show in the second plan; each file says what it leaves out and why.
  cp -R "$root/script/platform/overrides/." "$work/tree/modules/"
  start_double "$(account_of dev)" "$(account_of staging)" "$(account_of prod)" \
    "$(sed -n 's/^ *global *= *"\(.*\)"/\1/p' "$root/infra/terraform/environments/global/terraform.tfvars")"
  say "double of AWS at $AWS_ENDPOINT_URL"
}

global_checks() {
  if ! prepare_python; then
    skip "python3 with moto and parliament" "the root global"
    return
  fi
  open_double
  apply_global
  destroy_global
  cd "$root"
}

apply_checks() {
  if ! prepare_python; then
    skip "python3 with moto and parliament" "apply, second plan, destroy and every IAM document"
    return
  fi
  open_double
  apply_global
  side_by_side apply_environment
  plan_recovery
  "$python" "$root/script/platform/isolation.py" "$work/states"
  side_by_side destroy_environment
  "$python" "$root/script/platform/iam_lint.py" "$work/states" "$work/calls-by-phase"
  destroy_global
  cd "$root"
}
