# shellcheck shell=bash disable=SC2154,SC2164  # sourced by script/platform-test, which sets root, work and init
# What needs no AWS at all: validity of each module and root, and the tests of the logic.

static_checks() {
  local tree=$work/static module name root_module
  copy "$tree"

  # Plans of logic tests sign nothing and ask nobody; the provider only wants to see credentials.
  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=eu-west-2

  for module in "$tree"/modules/*/; do
    name=$(basename "$module")
    cd "$module"
    # A module that takes a second provider cannot stand alone; here it is given one.
    if grep -q configuration_aliases ./*.tf; then
      sed -i '/configuration_aliases/d' versions.tf
      printf 'provider "aws" {\n  alias = "recovery"\n}\n' >providers_test_only.tf
    fi
    run "$work/init-$name.log" terraform "${init[@]}" -backend=false
    run "$work/validate-$name.log" terraform validate
    if [ -d tests ]; then
      run "$work/test-$name.log" terraform test
      say "module $name: valid, $(sed -n 's/^Success! \(.*\), 0 failed.*/\1/p' "$work/test-$name.log")"
    else
      say "module $name: valid"
    fi
  done

  for root_module in "$tree"/environments/*/; do
    name=$(basename "$root_module")
    cd "$root_module"
    run "$work/init-$name.log" terraform "${init[@]}" -backend=false -lockfile=readonly
    run "$work/validate-$name.log" terraform validate
    say "root $name: valid, providers as locked"
  done

  unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_REGION
  cd "$root"
}
