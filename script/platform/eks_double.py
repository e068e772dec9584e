"""The EKS API, in memory.

moto has clusters and node groups only, and forgets access_config; there are no add-ons, access entries or Pod
Identity associations. Requests are checked against botocore's model of EKS (required members, types, unknown
names), so an argument that AWS would refuse by form is refused here too. What AWS checks by meaning, such as
add-on versions and instance types, is not.
"""

import json
import time
import uuid
from urllib.parse import unquote

from botocore.validate import ParamValidator

from operations import model, path_of, routes

state = {}  # (account, region) → kind → key → object


class Refused(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code = status, code


def answer(account, region, operation, environ, body):
    """Status line, content type and payload for any request."""
    try:
        result = Eks(account, region).call(operation, environ, json.loads(body) if body else {})
        return "200 OK", "application/json", json.dumps(result).encode()
    except (KeyError, TypeError, ValueError) as slip:
        # A slip of the double ends the run at once; a 500 would be tried again for minutes.
        payload = json.dumps({"__type": "InvalidParameterException", "message": f"eks_double: {slip!r}"}).encode()
        return "400 Bad Request", "application/json", payload
    except Refused as refusal:
        payload = json.dumps({"__type": refusal.code, "message": str(refusal)}).encode()
        return f"{refusal.status} Refused", "application/json", payload


class Eks:
    def __init__(self, account, region):
        self.account, self.region = account, region
        self.tables = state.setdefault((account, region), {})

    def call(self, operation, environ, parameters):
        handler = getattr(self, operation, None)
        if handler is None:
            raise Refused(501, "NotImplemented", f"eks_double does not have {operation}")
        for method, path, name in routes("eks"):
            if name == operation:
                in_path = [unquote(part) for part in path.match(path_of(environ)).groups()]
        shape = model("eks").operation_model(operation).input_shape
        uri_members = [name for name, member in shape.members.items() if member.serialization.get("location") == "uri"]
        uri = model("eks").operation_model(operation).http["requestUri"]
        uri_members.sort(key=lambda name: uri.index("{" + shape.members[name].serialization.get("name", name) + "}"))
        parameters.update(zip(uri_members, in_path))
        report = ParamValidator().validate(parameters, shape)
        if report.has_errors():
            raise Refused(400, "InvalidParameterException", report.generate_report())
        return handler(parameters)

    def table(self, kind):
        return self.tables.setdefault(kind, {})

    def put(self, kind, key, value):
        if key in self.table(kind):
            raise Refused(409, "ResourceInUseException", f"{kind} {key} exists")
        self.table(kind)[key] = value
        return value

    def get(self, kind, key):
        if key not in self.table(kind):
            raise Refused(404, "ResourceNotFoundException", f"no {kind} {key}")
        return self.table(kind)[key]

    def delete(self, kind, key):
        value = self.get(kind, key)
        del self.table(kind)[key]
        return value

    def arn(self, *parts):
        return f"arn:aws:eks:{self.region}:{self.account}:{'/'.join(parts)}"

    def in_cluster(self, kind, cluster):
        return [value for key, value in self.table(kind).items() if key[0] == cluster]

    # Clusters

    def CreateCluster(self, p):
        name = p["name"]
        access = p.get("accessConfig", {})
        vpc = p["resourcesVpcConfig"]
        identity = uuid.uuid5(uuid.NAMESPACE_DNS, f"{self.account}/{name}").hex.upper()
        cluster = {
            "name": name,
            "arn": self.arn("cluster", name),
            "createdAt": time.time(),
            "status": "ACTIVE",
            "version": p["version"],
            "roleArn": p["roleArn"],
            "endpoint": f"https://{identity}.gr7.{self.region}.eks.amazonaws.com",
            "identity": {"oidc": {"issuer": f"https://oidc.eks.{self.region}.amazonaws.com/id/{identity}"}},
            "certificateAuthority": {"data": "LS0tLS1CRUdJTi0tLS0t"},
            "platformVersion": "eks.1",
            "accessConfig": {"authenticationMode": access.get("authenticationMode", "CONFIG_MAP")},
            "encryptionConfig": p.get("encryptionConfig", []),
            "logging": p.get("logging", {}),
            "kubernetesNetworkConfig": {"ipFamily": "ipv4", **p.get("kubernetesNetworkConfig", {})},
            "upgradePolicy": p.get("upgradePolicy", {"supportType": "EXTENDED"}),
            "resourcesVpcConfig": {
                "endpointPublicAccess": True,
                "endpointPrivateAccess": False,
                "publicAccessCidrs": ["0.0.0.0/0"] if vpc.get("endpointPublicAccess", True) else [],
                **vpc,
                "vpcId": "vpc-" + identity[:17].lower(),
                "clusterSecurityGroupId": "sg-" + identity[:17].lower(),
            },
            "tags": p.get("tags", {}),
        }
        return {"cluster": self.put("cluster", name, cluster)}

    def DescribeCluster(self, p):
        return {"cluster": self.get("cluster", p["name"])}

    def DeleteCluster(self, p):
        for kind in ("nodegroup", "addon"):
            if self.in_cluster(kind, p["name"]):
                raise Refused(409, "ResourceInUseException", f"cluster {p['name']} still has a {kind}")
        return {"cluster": {**self.delete("cluster", p["name"]), "status": "DELETING"}}

    # Node groups

    def CreateNodegroup(self, p):
        self.get("cluster", p["clusterName"])
        key = (p["clusterName"], p["nodegroupName"])
        group = {
            **{name: value for name, value in p.items() if name != "clientRequestToken"},
            "nodegroupArn": self.arn("nodegroup", *key, str(uuid.uuid4())),
            "createdAt": time.time(),
            "status": "ACTIVE",
            "version": self.get("cluster", p["clusterName"])["version"],
            "releaseVersion": "1",
            "resources": {"autoScalingGroups": [{"name": f"eks-{p['nodegroupName']}"}]},
            "health": {"issues": []},
        }
        if "launchTemplate" in group:
            group["launchTemplate"].setdefault("name", p["nodegroupName"])
        return {"nodegroup": self.put("nodegroup", key, group)}

    def DescribeNodegroup(self, p):
        return {"nodegroup": self.get("nodegroup", (p["clusterName"], p["nodegroupName"]))}

    def DeleteNodegroup(self, p):
        return {"nodegroup": self.delete("nodegroup", (p["clusterName"], p["nodegroupName"]))}

    # Add-ons

    def CreateAddon(self, p):
        self.get("cluster", p["clusterName"])
        key = (p["clusterName"], p["addonName"])
        associations = [
            self.associate(p["clusterName"], "kube-system", each["serviceAccount"], each["roleArn"])["associationArn"]
            for each in p.get("podIdentityAssociations", [])
        ]
        addon = {
            "clusterName": p["clusterName"],
            "addonName": p["addonName"],
            "addonVersion": p["addonVersion"],
            "addonArn": self.arn("addon", *key, str(uuid.uuid4())),
            "configurationValues": p.get("configurationValues"),
            "podIdentityAssociations": associations,
            "createdAt": time.time(),
            "modifiedAt": time.time(),
            "health": {"issues": []},
            "status": "ACTIVE",
            "tags": p.get("tags", {}),
        }
        return {"addon": self.put("addon", key, addon)}

    def DescribeAddon(self, p):
        return {"addon": self.get("addon", (p["clusterName"], p["addonName"]))}

    def DeleteAddon(self, p):
        addon = self.delete("addon", (p["clusterName"], p["addonName"]))
        for arn in addon["podIdentityAssociations"]:
            self.delete("association", (p["clusterName"], arn.rsplit("/", 1)[1]))
        return {"addon": addon}

    # Access

    def CreateAccessEntry(self, p):
        self.get("cluster", p["clusterName"])
        kind = p.get("type", "STANDARD")
        entry = {
            "clusterName": p["clusterName"],
            "principalArn": p["principalArn"],
            "kubernetesGroups": p.get("kubernetesGroups", []) if kind == "STANDARD" else ["system:nodes"],
            "accessEntryArn": self.arn("access-entry", p["clusterName"], str(uuid.uuid4())),
            "createdAt": time.time(),
            "modifiedAt": time.time(),
            "username": p["principalArn"] if kind == "STANDARD" else "system:node:{{EC2PrivateDNSName}}",
            "type": kind,
            "tags": p.get("tags", {}),
        }
        return {"accessEntry": self.put("entry", (p["clusterName"], p["principalArn"]), entry)}

    def DescribeAccessEntry(self, p):
        return {"accessEntry": self.get("entry", (p["clusterName"], p["principalArn"]))}

    def DeleteAccessEntry(self, p):
        self.delete("entry", (p["clusterName"], p["principalArn"]))
        return {}

    def AssociateAccessPolicy(self, p):
        self.get("entry", (p["clusterName"], p["principalArn"]))
        policy = {
            "policyArn": p["policyArn"],
            "accessScope": {"namespaces": [], **p["accessScope"]},
            "associatedAt": time.time(),
            "modifiedAt": time.time(),
        }
        self.table("access")[(p["clusterName"], p["principalArn"], p["policyArn"])] = policy
        return {"clusterName": p["clusterName"], "principalArn": p["principalArn"], "associatedAccessPolicy": policy}

    def ListAssociatedAccessPolicies(self, p):
        self.get("entry", (p["clusterName"], p["principalArn"]))
        policies = [
            value for key, value in self.table("access").items() if key[:2] == (p["clusterName"], p["principalArn"])
        ]
        return {
            "clusterName": p["clusterName"],
            "principalArn": p["principalArn"],
            "associatedAccessPolicies": policies,
        }

    def DisassociateAccessPolicy(self, p):
        self.delete("access", (p["clusterName"], p["principalArn"], p["policyArn"]))
        return {}

    # Pod Identity

    def associate(self, cluster, namespace, service_account, role_arn, tags=None):
        if any(
            (each["namespace"], each["serviceAccount"]) == (namespace, service_account)
            for each in self.in_cluster("association", cluster)
        ):
            raise Refused(409, "ResourceInUseException", f"{namespace}/{service_account} has a role already")
        identity = "a-" + uuid.uuid4().hex[:17]
        association = {
            "clusterName": cluster,
            "namespace": namespace,
            "serviceAccount": service_account,
            "roleArn": role_arn,
            "associationArn": self.arn("podidentityassociation", cluster, identity),
            "associationId": identity,
            "createdAt": time.time(),
            "modifiedAt": time.time(),
            "disableSessionTags": False,
            "tags": tags or {},
        }
        return self.put("association", (cluster, identity), association)

    def CreatePodIdentityAssociation(self, p):
        self.get("cluster", p["clusterName"])
        return {
            "association": self.associate(
                p["clusterName"], p["namespace"], p["serviceAccount"], p["roleArn"], p.get("tags")
            )
        }

    def DescribePodIdentityAssociation(self, p):
        return {"association": self.get("association", (p["clusterName"], p["associationId"]))}

    def ListPodIdentityAssociations(self, p):
        return {"associations": self.in_cluster("association", p["clusterName"])}

    def DeletePodIdentityAssociation(self, p):
        return {"association": self.delete("association", (p["clusterName"], p["associationId"]))}
