import type { CorpusCase } from "./case";
import { APP_DOMAIN_CASES } from "./cases/app-domains";
import { APP_NAME_CASES } from "./cases/app-names";
import { APP_PAPER_CASES } from "./cases/app-papers";
import { APP_PLATFORM_CASES } from "./cases/app-platforms";
import { IMAGE_CASES } from "./cases/authenticity-images";
import { LIVENESS_CASES } from "./cases/authenticity-liveness";
import { PAPER_CASES } from "./cases/authenticity-papers";
import { UPLOAD_CASES } from "./cases/authenticity-upload";
import { DOMAIN_HOLDER_CASES } from "./cases/domain-holder";
import { DOMAIN_REGISTRATION_CASES } from "./cases/domain-registration";
import { DOMAIN_REGISTRY_CASES } from "./cases/domain-registry";
import { DOMAIN_SYNTAX_CASES } from "./cases/domain-syntax";
import { PROOF_CASES } from "./cases/pre-approval-proofs";
import { SECTOR_CASES } from "./cases/pre-approval-sectors";
import { ADDRESS_CASES } from "./cases/resource-addresses";
import { RESOURCE_TIME_CASES } from "./cases/resource-codes";
import { RANGE_BINDING_CASES } from "./cases/resource-ranges";
import { RESOURCE_CASES } from "./cases/resource-terms";
import { WEBSITE_CONTENT_CASES } from "./cases/website-content";
import { COUNT_CASES } from "./cases/website-counts";
import { FILED_SITE_CASES } from "./cases/website-filed-sites";
import { WEBSITE_NAME_CASES } from "./cases/website-names";
import { PROVINCE_NAME_CASES } from "./cases/website-province-names";

/** Cases of: authenticity, domains, websites, APPs, resources and pre-approval. */
export const SERVICE_CORPUS: readonly CorpusCase[] = [
  ...LIVENESS_CASES,
  ...PAPER_CASES,
  ...IMAGE_CASES,
  ...UPLOAD_CASES,
  ...DOMAIN_SYNTAX_CASES,
  ...DOMAIN_REGISTRATION_CASES,
  ...DOMAIN_HOLDER_CASES,
  ...DOMAIN_REGISTRY_CASES,
  ...WEBSITE_NAME_CASES,
  ...PROVINCE_NAME_CASES,
  ...WEBSITE_CONTENT_CASES,
  ...FILED_SITE_CASES,
  ...COUNT_CASES,
  ...APP_NAME_CASES,
  ...APP_PLATFORM_CASES,
  ...APP_DOMAIN_CASES,
  ...APP_PAPER_CASES,
  ...RESOURCE_CASES,
  ...RESOURCE_TIME_CASES,
  ...ADDRESS_CASES,
  ...RANGE_BINDING_CASES,
  ...SECTOR_CASES,
  ...PROOF_CASES,
];
