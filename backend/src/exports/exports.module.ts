import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents';
import { RequirementsModule } from '../requirements';
import { SourcesModule } from '../sources';
import { SandboxModule } from '../sandbox';
import { StorageModule } from '../storage';
import { ComplianceController } from './compliance/compliance.controller';
import { ComplianceService } from './compliance/compliance.service';
import { DownloadLinks } from './download-links';
import { DownloadsController } from './downloads.controller';
import { ExportFiles } from './export-files';
import { ExportSource } from './export-source';
import { ExportsController } from './exports.controller';
import { ExportsRepository } from './exports.repository';
import { ExportsService } from './exports.service';
import { FigureImages } from './figures/figure-images';
import { FiguresController } from './figures/figures.controller';
import { FiguresRepository } from './figures/figures.repository';
import { FiguresService } from './figures/figures.service';
import { ImageReader } from './figures/image/image-reader';
import { RenderPool } from './render-pool';

@Module({
  imports: [DocumentsModule, RequirementsModule, SandboxModule, SourcesModule, StorageModule],
  controllers: [ExportsController, FiguresController, ComplianceController, DownloadsController],
  providers: [
    ComplianceService,
    DownloadLinks,
    ExportFiles,
    ExportSource,
    ExportsRepository,
    ExportsService,
    FigureImages,
    FiguresRepository,
    FiguresService,
    ImageReader,
    { provide: RenderPool, useFactory: () => new RenderPool() },
  ],
})
export class ExportsModule {}
