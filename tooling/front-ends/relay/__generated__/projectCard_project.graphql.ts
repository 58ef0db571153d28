/**
 * @generated SignedSource<<aee57a7943456a1f79886570076c92a0>>
 * @lightSyntaxTransform
 * @codegen-command: pnpm relay
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Light = "BLUE" | "GREEN" | "GREY" | "RED" | "YELLOW";
export type ProjectStage = "CANCELLED" | "CLEARED" | "COMPLETED" | "IN_USE" | "PREPARED" | "PREPARING" | "PROPOSED" | "STARTED" | "SUSPENDED";
import type { FragmentRefs } from "relay-runtime";
export type projectCard_project$data = {
  readonly code: string;
  readonly id: string;
  readonly name: string;
  readonly rollup: {
    readonly count: number;
    readonly light: Light;
  };
  readonly stage: ProjectStage | null | undefined;
  readonly view: {
    readonly asOf: string;
  };
  readonly " $fragmentType": "projectCard_project";
};
export type projectCard_project$key = {
  readonly " $data"?: projectCard_project$data;
  readonly " $fragmentSpreads": FragmentRefs<"projectCard_project">;
};

import projectCardRefetchQuery_graphql from './projectCardRefetchQuery.graphql';

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": projectCardRefetchQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "projectCard_project",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "code",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "name",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "stage",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "View",
      "kind": "LinkedField",
      "name": "view",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "asOf",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "RollUp",
      "kind": "LinkedField",
      "name": "rollup",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "count",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "light",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Project",
  "abstractKey": null
};

(node as any).hash = "617f13ea9897e9bb8de37d9e70504714";

export default node;
